import "server-only";
import { z } from "zod";
import { USES_PER_MINUTE } from "@/lib/domain/api-token";
import { READS_PER_HOUR } from "@/lib/domain/calendar";
import { ROLES } from "@/lib/domain/permissions";
import { storableJson } from "@/lib/domain/storable-text";
import { settings } from "@/lib/env";
import { tenantClient } from "./clients";
import type { Prisma } from "./generated/prisma/client";
import { inSqlTransaction, type SqlTx } from "./sql-transaction";

export type { SqlTx } from "./sql-transaction";

/** The client inside of a tenant's transaction: sees that workspace and nothing else. */
export type Tx = Prisma.TransactionClient;

const entered = z.object({
  outcome: z.literal("entered"),
  userId: z.uuid(),
  userName: z.string(),
  userLocale: z.string().nullable(),
  role: z.enum(ROLES),
  /** Platform support, let in by an owner: no member. */
  support: z.boolean(),
  /** While platform support is let in, for everybody to see. */
  supportGrant: z.object({ mayChange: z.boolean(), until: z.coerce.date() }).nullable(),
  /** The token a program came in with. */
  token: z.object({ id: z.uuid(), name: z.string() }).optional(),
  workspace: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    state: z.enum(["active", "suspended", "closing"]),
    country: z.string(),
    region: z.string(),
    timeZone: z.string(),
    answerDays: z.number(),
    actionDays: z.number(),
  }),
  otherWorkspaces: z.array(z.object({ slug: z.string(), name: z.string() })),
});
const answer = z.discriminatedUnion("outcome", [
  entered,
  z.object({ outcome: z.literal("signed_out") }),
  z.object({ outcome: z.literal("not_found") }),
  z.object({ outcome: z.literal("too_many_requests"), retryAfterSeconds: z.number() }),
]);
const answers = z.tuple([z.object({ answer })]);

const pause = z.object({
  eraseOn: z.string().nullable(),
  asked: z.boolean(),
  contact: z.string().nullable(),
});

/**
 * Why nothing can be changed in a workspace that is suspended or closing: the day it is erased (null: none is set),
 * whether an owner asked for that, and whom to write to.
 */
export type Pause = z.output<typeof pause>;

/** What the database says about who came in, checked in the transaction it is used in. `pause`: null while active. */
export type Entered = Omit<z.output<typeof entered>, "outcome"> & { pause: Pause | null };
export type TurnedAway =
  | { outcome: "signed_out" | "not_found" }
  | { outcome: "too_many_requests"; retryAfterSeconds: number };

/**
 * How somebody comes in: with a session's hash, with a token's hash (`counts`: as the first step of a request), with
 * the hash of a calendar's address, which only reads, or as a job that goes on with what a member started.
 */
export type Key =
  | { kind: "session"; sessionHash: string; slug: string }
  | { kind: "token"; tokenHash: string; slug: string; counts: boolean }
  | { kind: "feed"; tokenHash: string; slug: string }
  | { kind: "job"; userId: string; workspaceId: string };

export type DoorOptions = {
  /** false: PostgreSQL itself refuses every write in this transaction. */
  wantsWrite: boolean;
  /** How long the transaction may take, in milliseconds. */
  timeoutMs: number;
  /** Every statement sees the record as it was at the first one. */
  snapshot?: boolean;
};

function knock(tx: SqlTx, key: Key, wantsWrite: boolean): Promise<unknown> {
  switch (key.kind) {
    case "session":
      return tx.$queryRaw`SELECT enter(${key.sessionHash}, ${key.slug}, ${wantsWrite}, ${settings().demo}) AS answer`;
    case "token":
      return tx.$queryRaw`
        SELECT enter_by_token(${key.tokenHash}, ${key.slug}, ${wantsWrite}, ${key.counts}, ${USES_PER_MINUTE}::int) AS answer`;
    case "feed":
      return tx.$queryRaw`SELECT enter_by_feed(${key.tokenHash}, ${key.slug}, ${READS_PER_HOUR}::int) AS answer`;
    case "job":
      return tx.$queryRaw`SELECT enter_for_job(${key.userId}::uuid, ${key.workspaceId}::uuid) AS answer`;
  }
}

async function readPause(tx: SqlTx): Promise<Pause | null> {
  const rows = await tx.$queryRaw`
    SELECT to_char(erase_on, 'YYYY-MM-DD') AS "eraseOn", asked, contact FROM workspace_pause()`;
  return z.array(pause).parse(rows)[0] ?? null;
}

/** Whether a change came too late: its workspace was suspended or began to close while it was being made. */
export function cameTooLate(error: unknown): boolean {
  return error instanceof Error && error.message.includes("workspace_not_active");
}

/** Session, membership and tenant are checked and set, then the work is done; or nobody comes in. */
async function enter<X extends SqlTx, T>(
  tx: X,
  key: Key,
  wantsWrite: boolean,
  work: (tx: X, who: Entered) => Promise<T>,
): Promise<T | TurnedAway> {
  const [{ answer: who }] = answers.parse(await knock(tx, key, wantsWrite));
  if (who.outcome !== "entered") return who;
  return work(tx, { ...who, pause: who.workspace.state === "active" ? null : await readPause(tx) });
}

/**
 * The one door to a tenant's data: one transaction in which session, membership and tenant are checked and set
 * by the database, and row-level security holds. Throwing inside of `work` rolls everything back.
 * No network calls inside.
 */
export function withWorkspace<T>(
  key: Key,
  { wantsWrite, timeoutMs, snapshot = false }: DoorOptions,
  work: (tx: Tx, who: Entered) => Promise<T>,
): Promise<T | TurnedAway> {
  return tenantClient().$transaction((tx) => enter(tx, key, wantsWrite, work), {
    timeout: timeoutMs,
    maxWait: 10_000,
    ...(snapshot && { isolationLevel: "RepeatableRead" }),
  });
}

/** The same door for what is only asked SQL: its transaction is the driver's own. */
export function withWorkspaceSql<T>(
  key: Key,
  { wantsWrite, ...options }: DoorOptions,
  work: (tx: SqlTx, who: Entered) => Promise<T>,
): Promise<T | TurnedAway> {
  return inSqlTransaction(options, (tx) => enter(tx, key, wantsWrite, work));
}

/** Counts a token's request that came to nothing: its own count went with the rest of its transaction. */
export async function countFailedUse(tokenHash: string): Promise<void> {
  await tenantClient().$executeRaw`SELECT count_failed_use(${tokenHash}, ${USES_PER_MINUTE}::int)`;
}

/**
 * Keeps what somebody typed into a form, also when their session ran out within the last week.
 * Answers false when nobody could be recognised.
 */
export async function keepDraft(
  sessionHash: string,
  slug: string,
  form: string,
  payload: object,
): Promise<boolean> {
  const rows = await tenantClient().$queryRaw<{ kept: boolean }[]>`
    SELECT keep_draft(${sessionHash}, ${slug}, ${form}, ${storableJson(payload)}::jsonb) AS kept`;
  return rows[0]?.kept === true;
}
