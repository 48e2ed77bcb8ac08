import "server-only";
import pg from "pg";
import { tenantConnections } from "./clients";
import type { Connection } from "./connection";
import { type Sql, sql } from "./sql";
import type { StatementNames } from "./statement-names";

/** A transaction that is only asked SQL. Prisma's are such ones, too. */
export type SqlTx = {
  /** The rows that a statement gives: a tagged template, whose values become parameters. */
  $queryRaw: <T = unknown>(statement: TemplateStringsArray | Sql, ...values: unknown[]) => Promise<T>;
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

const {
  BOOL,
  INT2,
  INT4,
  INT8,
  FLOAT8,
  TEXT,
  VARCHAR,
  UUID,
  JSON: JSON_TEXT,
  JSONB,
  TIMESTAMPTZ,
} = pg.types.builtins;
// The driver names no types of lists.
const TEXT_ARRAY: number = 1009;
const UUID_ARRAY: number = 2951;
/** From here on types are the product's own: words of a list. */
const FIRST_OWN_TYPE = 16_384;

const asItIs = (text: string) => text;
const readArray: (text: string) => unknown = pg.types.getTypeParser(TEXT_ARRAY);

/** How values are read, as Prisma reads them. */
const READERS = new Map<number, (text: string) => unknown>([
  [BOOL, (text) => text === "t"],
  [INT2, Number],
  [INT4, Number],
  [INT8, BigInt],
  [FLOAT8, Number],
  [TEXT, asItIs],
  [VARCHAR, asItIs],
  [UUID, asItIs],
  [JSON_TEXT, JSON.parse],
  [JSONB, JSON.parse],
  [TIMESTAMPTZ, (text) => new Date(text)],
  [TEXT_ARRAY, readArray],
  [UUID_ARRAY, readArray],
]);

/** Days and exact decimals are read differently by everybody: they are cast in the statement, to text or a number. */
function refuse(type: number): (text: string) => never {
  return () => {
    throw new Error(`Values of the type ${type} are not read here: cast them in the statement`);
  };
}

const types = {
  getTypeParser: (type: number): ((text: string) => unknown) =>
    READERS.get(type) ?? (type >= FIRST_OWN_TYPE ? asItIs : refuse(type)),
};

function over(connection: pg.PoolClient, nameOf: StatementNames): SqlTx {
  const ask = (statement: TemplateStringsArray | Sql, given: unknown[]) => {
    const { text, values } = "text" in statement ? statement : sql(statement, ...given);
    const name = nameOf({ sql: text, args: values });
    return connection.query({ text, values, types, ...(name && { name }) });
  };
  return {
    $queryRaw: async (statement, ...given) => (await ask(statement, given)).rows as never,
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
