import "server-only";
import type { z } from "zod";
import { type AuditInsert, auditInsert, writeAudit } from "@/lib/db/audit";
import {
  cameTooLate,
  type DoorOptions,
  type Entered,
  type Key,
  type SqlTx,
  type TurnedAway,
  type Tx,
  withWorkspace,
  withWorkspaceSql,
} from "@/lib/db/doors";
import type { AuditEvent, AuditKind } from "@/lib/domain/audit";
import { mayAs, type Scope } from "@/lib/domain/permissions";
import { type PlainDate, todayIn } from "@/lib/domain/plain-date";
import { identifiersIn } from "@/lib/domain/privacy/free-text";
import { done, type Failure, failed, type Result } from "@/lib/domain/result";
import { type FormOrigin, fieldErrors } from "./field-errors";
import { formSchema } from "./form-data";
import { identifierErrors, newIn, recordAcknowledged, takeAcknowledgement } from "./identifiers";

/** Who is asking: only this file makes one, from what the database just checked. */
declare const checked: unique symbol;
export type Member = Entered & { readonly [checked]: true };

type EventOf = { [E in AuditEvent as E["kind"]]: E };
type KindOf<A extends readonly AuditKind[] | "none"> = A extends readonly AuditKind[] ? A[number] : never;

/** What an adapter does in the transaction of a use case, before its work and after it. A failure ends it. */
export type Around<T> = {
  before: (tx: SqlTx, member: Member) => Promise<Failure | null>;
  after: (tx: SqlTx, member: Member, value: T) => Promise<void>;
};

/**
 * What a use case works with. Everything in it belongs to one workspace and one transaction. `K`: what it may record;
 * `X`: what its transaction can be asked.
 */
export interface WorldOf<in K extends AuditKind, out X extends SqlTx = Tx> {
  tx: X;
  member: Member;
  /** Today in the workspace's time zone. */
  today: PlainDate;
  now: Date;
  /** Writes an audit event in this transaction. A use case that changes something must call it or `nothingChanged`. */
  record: (event: EventOf[K]) => Promise<void>;
  /**
   * The same in one statement with the change: `write` runs it, with `event.insert` as a part of it, and answers what it
   * wrote together with the event's id as the database gave it back; null when it wrote nothing.
   */
  recordWith: <W extends { eventId: string }>(
    event: EventOf[K],
    write: (event: AuditInsert) => Promise<W | null>,
  ) => Promise<W | null>;
  nothingChanged: () => void;
}
export type World<A extends readonly AuditKind[] | "none", X extends SqlTx = Tx> = WorldOf<KindOf<A>, X>;

type Rules<S extends z.ZodType, A extends readonly AuditKind[] | "none", X extends SqlTx> = {
  permission: Scope;
  /** The events it may record; "none" makes its transaction read-only at the database. */
  audit: A;
  schema: S;
  /** Milliseconds; 5,000 unless said. */
  timeoutMs?: number;
  /** Every statement sees the record as it was at the first one. */
  snapshot?: boolean;
  /**
   * What the record says already, as the schema's fields: what identifies somebody there was judged when it was
   * saved, and is not asked about again.
   */
  before?: (tx: X, member: Member, input: z.output<S>) => Promise<object | null | undefined>;
  /** Why the texts of this one are not checked for what identifies a person. */
  unchecked?: string;
};

export type UseCase<
  S extends z.ZodType,
  T,
  A extends readonly AuditKind[] | "none" = readonly AuditKind[] | "none",
  X extends SqlTx = Tx,
> = {
  readonly permission: Scope;
  readonly audit: A;
  readonly schema: S;
  /** Why its texts are not checked for what identifies a person; undefined where they are. */
  readonly unchecked: string | undefined;
  /** Runs it for whoever holds `key`. Expected failures are values; a failure rolls everything back. */
  run: (
    key: Key,
    input: unknown,
    now: Date,
    from?: FormOrigin,
    around?: Around<T>,
  ) => Promise<Result<{ value: T; member: Member }>>;
  /**
   * Does its work as a part of another use case, which has the same permission, records the same events and has
   * checked the same texts: rules hold once, whoever asks.
   */
  within: (world: World<A, X>, input: unknown) => Promise<Result<T>>;
};

// Carries an expected failure out of the transaction, so that it rolls back.
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

type Door<X extends SqlTx> = <T>(
  key: Key,
  options: DoorOptions,
  work: (tx: X, who: Entered) => Promise<T>,
) => Promise<T | TurnedAway>;

function makeUseCase<X extends SqlTx, S extends z.ZodType, T, A extends readonly AuditKind[] | "none">(
  door: Door<X>,
  rules: Rules<S, A, X>,
  work: (world: World<A, X>, input: z.output<S>) => Promise<Result<T>>,
): UseCase<S, T, A, X> {
  const wantsWrite = rules.audit !== "none";

  async function inside(
    tx: X,
    who: Entered,
    raw: unknown,
    now: Date,
    from?: FormOrigin,
    around?: Around<T>,
  ): Promise<Result<{ value: T; member: Member }>> {
    if (!mayAs(who, rules.permission)) throw new RolledBack(failed("forbidden"));
    if (wantsWrite && who.workspace.state !== "active") throw new RolledBack(failed("read_only"));
    const member = who as Member;
    const stopped = await around?.before(tx, member);
    if (stopped) throw new RolledBack(stopped);
    const checks = wantsWrite && rules.unchecked === undefined;
    const { input, covers, wrong } = checks
      ? takeAcknowledgement(raw)
      : { input: raw, covers: () => true, wrong: [] };
    const parsed = (from ? formSchema(rules.schema) : rules.schema).safeParse(input);
    const found = checks ? identifiersIn(rules.schema, parsed.success ? parsed.data : input) : [];
    if (!parsed.success || wrong.length > 0) {
      const unasked = found.filter((one) => !covers(one));
      const problems = parsed.success ? [] : fieldErrors(parsed.error);
      throw new RolledBack(failed("invalid", [...problems, ...wrong, ...identifierErrors(unasked)]));
    }
    const said = found.length > 0 ? await rules.before?.(tx, member, parsed.data) : null;
    const fresh = said ? newIn(found, identifiersIn(rules.schema, said)) : found;
    const unasked = fresh.filter((one) => !covers(one));
    if (unasked.length > 0) throw new RolledBack(failed("invalid", identifierErrors(unasked)));

    let accounted = !wantsWrite;
    const told: AuditEvent[] = [];
    const result = await work(
      {
        tx,
        member,
        now,
        today: todayIn(who.workspace.timeZone, now),
        record: async (event) => {
          await writeAudit(tx, who, event);
          accounted = true;
          told.push(event);
        },
        recordWith: async (event, write) => {
          const asked = auditInsert(who, event);
          const written = await write(asked);
          if (written === null) return null;
          if (written.eventId !== asked.id) throw new Error("A change was made without its audit event");
          accounted = true;
          told.push(event);
          return written;
        },
        nothingChanged: () => {
          accounted = true;
        },
      },
      parsed.data,
    );
    if (!result.ok) throw new RolledBack(result);
    if (!accounted) throw new Error("A change was made without an audit event");
    await recordAcknowledged(tx, who, told, parsed.data, fresh);
    await around?.after(tx, member, result.value);
    if (from?.form)
      await tx.$executeRaw`
        DELETE FROM drafts WHERE workspace_id = ${who.workspace.id}::uuid AND user_id = ${who.userId}::uuid AND form = ${from.form}`;
    return done({ value: result.value, member });
  }

  async function run(
    key: Key,
    raw: unknown,
    now: Date,
    from?: FormOrigin,
    around?: Around<T>,
  ): Promise<Result<{ value: T; member: Member }>> {
    try {
      const outcome = await door(
        key,
        { wantsWrite, timeoutMs: rules.timeoutMs ?? 5000, snapshot: rules.snapshot ?? false },
        (tx, who) => inside(tx, who, raw, now, from, around),
      );
      if (!("outcome" in outcome)) return outcome;
      const { outcome: code, ...wait } = outcome;
      return { ...failed(code), ...wait };
    } catch (error) {
      if (error instanceof RolledBack) return error.failure;
      if (cameTooLate(error)) return failed("read_only");
      throw error;
    }
  }

  async function within(world: World<A, X>, input: unknown): Promise<Result<T>> {
    if (!mayAs(world.member, rules.permission)) return failed("forbidden");
    const parsed = rules.schema.safeParse(input);
    if (!parsed.success) return failed("invalid", fieldErrors(parsed.error));
    return work(world, parsed.data);
  }

  const { permission, audit, schema, unchecked } = rules;
  return { permission, audit, schema, unchecked, run, within };
}

/**
 * The only way to read or change an organisation's data: permission, audit and schema cannot be left out,
 * access is checked in the transaction, a change without an audit event does not commit, and what people write is
 * checked for what identifies a person (`personal_identifier`) unless the input acknowledges it.
 */
export function defineUseCase<S extends z.ZodType, T, const A extends readonly AuditKind[] | "none">(
  rules: Rules<S, A, Tx>,
  work: (world: World<A>, input: z.output<S>) => Promise<Result<T>>,
): UseCase<S, T, A> {
  return makeUseCase(withWorkspace, rules, work);
}

/**
 * The same for what is asked SQL and nothing else, on the driver's own transaction: half the way into the database, for
 * what is looked at or sent often.
 */
export function defineSqlUseCase<S extends z.ZodType, T, const A extends readonly AuditKind[] | "none">(
  rules: Rules<S, A, SqlTx>,
  work: (world: World<A, SqlTx>, input: z.output<S>) => Promise<Result<T>>,
): UseCase<S, T, A, SqlTx> {
  return makeUseCase(withWorkspaceSql, rules, work);
}
