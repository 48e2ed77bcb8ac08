import "server-only";
import type pg from "pg";
import { tenantConnections } from "./clients";
import type { Connection } from "./connection";
import { types } from "./read-values";
import { type Sql, sql } from "./sql";
import type { StatementNames } from "./statement-names";

/** A transaction that is only asked SQL. Prisma's are such ones, too. */
export type SqlTx = {
  /** The rows that a statement gives, to be parsed: a tagged template, whose values become parameters. */
  $queryRaw: (statement: TemplateStringsArray | Sql, ...values: unknown[]) => Promise<unknown>;
  /** How many rows a statement wrote. */
  $executeRaw: (statement: TemplateStringsArray | Sql, ...values: unknown[]) => Promise<number>;
};

/** A transaction was given up because its time was over. */
export class TransactionTimeout extends Error {
  readonly code = "transaction_timeout";
  constructor(milliseconds: number) {
    super(`A transaction was given up after ${milliseconds} ms`);
  }
}

function over(connection: pg.PoolClient, nameOf: StatementNames): SqlTx {
  const ask = (statement: TemplateStringsArray | Sql, given: unknown[]) => {
    const { text, values } = "text" in statement ? statement : sql(statement, ...given);
    const name = nameOf({ sql: text, args: values });
    return connection.query({ text, values, types, ...(name && { name }) });
  };
  return {
    $queryRaw: async (statement, ...given) => (await ask(statement, given)).rows,
    $executeRaw: async (statement, ...given) => (await ask(statement, given)).rowCount ?? 0,
  };
}

/**
 * A tenant's transaction on the driver itself. Prisma's costs a page a tenth of its time, for models that a page which
 * asks one statement does not use (docs/decisions/0025). Whatever goes wrong in `work`, nothing of it stays.
 * @param timeoutMs milliseconds after which it is given up, with `TransactionTimeout`
 * @param snapshot every statement sees what was there at the first one
 */
export async function inSqlTransaction<T>(
  { timeoutMs, snapshot = false }: { timeoutMs: number; snapshot?: boolean },
  work: (tx: SqlTx) => Promise<T>,
): Promise<T> {
  const { pool, nameOf } = tenantConnections();
  // As clients.ts makes them; each bundle has a class of its own, so that none can be asked for.
  const connection = (await pool.connect()) as pg.PoolClient & Pick<Connection, "breakOff">;
  let late: TransactionTimeout | undefined;
  let sound = false;
  const timer = setTimeout(() => {
    late = new TransactionTimeout(timeoutMs);
    connection.breakOff();
  }, timeoutMs);
  try {
    await connection.query(snapshot ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
    const result = await work(over(connection, nameOf));
    const { command } = await connection.query("COMMIT");
    // After a fault that was passed over, PostgreSQL rolls back and says only so.
    if (command !== "COMMIT") throw new Error("A transaction in which a statement failed does not commit");
    sound = true;
    return result;
  } catch (error) {
    sound = await connection.query("ROLLBACK").then(
      () => late === undefined,
      () => false,
    );
    throw late ?? error;
  } finally {
    clearTimeout(timer);
    // One that could not even end its transaction is closed.
    connection.release(!sound);
  }
}
