import "server-only";
import type { z } from "zod";
import { askWorkspace, type Key, type SqlTx } from "@/lib/db/doors";
import { mayAs, type Scope } from "@/lib/domain/permissions";
import { type PlainDate, todayIn } from "@/lib/domain/plain-date";
import { done, failed, type Result } from "@/lib/domain/result";
import { type FormOrigin, fieldErrors } from "./field-errors";
import { type Around, type Member, RolledBack, settled, type UseCase } from "./use-case";

/** What a query works with. Everything in it belongs to one workspace and one transaction. */
type Asked = {
  tx: SqlTx;
  member: Member;
  /** Today in the workspace's time zone. */
  today: PlainDate;
  now: Date;
};

type Rules<S extends z.ZodType> = {
  permission: Scope;
  schema: S;
  /** Milliseconds; 5,000 unless said. */
  timeoutMs?: number;
};

/**
 * A use case that only reads, by SQL alone: permission and schema cannot be left out, access is checked in the
 * transaction, which is read-only at the database. For pages that are looked at often: its way into the database costs
 * half of what `defineUseCase` needs.
 */
export function defineQuery<S extends z.ZodType, T>(
  { permission, schema, timeoutMs = 5000 }: Rules<S>,
  work: (asked: Asked, input: z.output<S>) => Promise<Result<T>>,
): UseCase<S, T, "none"> {
  async function within(asked: Asked, raw: unknown): Promise<Result<T>> {
    if (!mayAs(asked.member, permission)) return failed("forbidden");
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return failed("invalid", fieldErrors(parsed.error));
    return work(asked, parsed.data);
  }

  async function run(
    key: Key,
    raw: unknown,
    now: Date,
    from?: FormOrigin,
    around?: Around<T>,
  ): Promise<Result<{ value: T; member: Member }>> {
    if (from || around)
      throw new Error("No form leads to a query and nothing goes with it: it changes nothing");
    return settled(() =>
      askWorkspace(key, timeoutMs, async (tx, who) => {
        const member = who as Member;
        const result = await within({ tx, member, now, today: todayIn(who.workspace.timeZone, now) }, raw);
        if (!result.ok) throw new RolledBack(result);
        return done({ value: result.value, member });
      }),
    );
  }

  return { permission, audit: "none", schema, unchecked: undefined, run, within };
}
