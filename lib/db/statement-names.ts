import "server-only";

/** Statements that one connection keeps prepared at most. The product has fewer; lists of varying length make more. */
const MOST = 500;

/** The name of a statement for connections that all name theirs so; empty: not to be kept. */
export type StatementNames = (query: { sql: string; args: unknown[] }) => string;

/**
 * Names for statements that have values: PostgreSQL reads and plans a named one once for each connection, not at every
 * use. Row security is a part of the plan and its tenant is read anew at every use.
 */
export function statementNames(): StatementNames {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return "";
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST) return "";
    const name = `followthrough_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
