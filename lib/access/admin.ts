import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import type { Tx } from "@/lib/db/doors";
import { keepPersonDraft } from "@/lib/db/person-drafts";
import { DRAFT_LIMIT } from "@/lib/domain/draft";
import type { PlatformEvent, PlatformEventKind } from "@/lib/domain/platform-event";
import { done, type Failure, failed, type Result } from "@/lib/domain/result";
import { FRESH_SECONDS } from "@/lib/domain/second-factor";
import { settings } from "@/lib/env";
import { systemClock } from "@/lib/services/clock";
import { type FormOrigin, fieldErrors } from "./field-errors";
import { formSchema, readForm, type TypedValues, toInput } from "./form-data";
import { signInPath } from "./pages";
import { AFTERLIFE_SECONDS, sessionHash } from "./session";

/** A platform admin: only this file makes one, from what the database just checked. */
declare const checked: unique symbol;
export type Admin = {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  /** When this session last showed a second factor; null while it has not. */
  secondFactorAt: Date | null;
} & { readonly [checked]: true };

type Audited = readonly PlatformEventKind[] | "none";
type EventOf<A extends Audited> = A extends readonly PlatformEventKind[]
  ? Extract<PlatformEvent, { kind: A[number] }>
  : never;

/** What a use case of a platform admin works with: the system role's transaction, which has no grant on content. */
export type AdminWorld<A extends Audited> = {
  tx: Tx;
  admin: Admin;
  now: Date;
  /** Writes to the platform's own trail in this transaction. A change must call it or `nothingChanged`. */
  record: (event: EventOf<A>) => Promise<void>;
  nothingChanged: () => void;
};

type Rules<S extends z.ZodType, A extends Audited> = {
  /** The events it may record; "none" makes its transaction read-only at the database. */
  audit: A;
  schema: S;
  /** "fresh": a dangerous act, for which the admin shows again that it is them. */
  confirm: "none" | "fresh";
  /** Only for the page where the second factor is shown and set up: it is asked for everywhere else. */
  beforeSecondFactor?: true;
  /** Milliseconds; 5,000 unless said. */
  timeoutMs?: number;
};

export type AdminUseCase<S extends z.ZodType, T> = {
  readonly audit: Audited;
  readonly schema: S;
  readonly confirm: "none" | "fresh";
  /** Runs it for whoever holds this session. Expected failures are values; a failure rolls everything back. */
  run: (
    sessionHash: string,
    input: unknown,
    now: Date,
    from?: FormOrigin,
  ) => Promise<Result<{ value: T; admin: Admin }>>;
};

class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

async function findAdmin(tx: Tx, hash: string, now: Date): Promise<Admin> {
  const session = await tx.session.findUnique({
    where: { sessionToken: hash, expires: { gt: new Date(now.getTime() + AFTERLIFE_SECONDS * 1000) } },
    select: {
      id: true,
      secondFactorAt: true,
      user: { select: { id: true, name: true, email: true, isPlatformAdmin: true } },
    },
  });
  if (!session) throw new RolledBack(failed("signed_out"));
  const { id, name, email, isPlatformAdmin } = session.user;
  if (!isPlatformAdmin) throw new RolledBack(failed("not_found"));
  const { secondFactorAt } = session;
  return { userId: id, name: name ?? email, email, sessionId: session.id, secondFactorAt } as Admin;
}

/** Whether this session showed its second factor within the last ten minutes. In demo mode nobody is asked. */
export function isFresh({ secondFactorAt }: Pick<Admin, "secondFactorAt">, now: Date): boolean {
  if (settings().demo) return true;
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() <= FRESH_SECONDS * 1000;
}

/**
 * The only way to do anything as a platform admin: audit, schema and whether it must be confirmed cannot be left
 * out, access is checked in the transaction, and a change without an event does not commit. Outside of demo mode the
 * session must have shown a second factor, for a dangerous act within the last ten minutes: else `second_factor`.
 */
export function defineAdminUseCase<S extends z.ZodType, T, const A extends Audited>(
  rules: Rules<S, A>,
  work: (world: AdminWorld<A>, input: z.output<S>) => Promise<Result<T>>,
): AdminUseCase<S, T> {
  const { audit, schema, confirm, beforeSecondFactor = false, timeoutMs = 5000 } = rules;

  async function inside(tx: Tx, hash: string, raw: unknown, now: Date, from?: FormOrigin) {
    if (audit === "none") await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    const admin = await findAdmin(tx, hash, now);
    const shown = settings().demo || admin.secondFactorAt !== null;
    if (!beforeSecondFactor && !(confirm === "fresh" ? isFresh(admin, now) : shown))
      throw new RolledBack(failed("second_factor"));
    const parsed = (from ? formSchema(schema) : schema).safeParse(raw);
    if (!parsed.success) throw new RolledBack(failed("invalid", fieldErrors(parsed.error)));
    let accounted = audit === "none";
    const result = await work(
      {
        tx,
        admin,
        now,
        record: async (event) => {
          const { kind, workspaceId, detail } = event as PlatformEvent;
          await tx.platformEvent.create({ data: { actorId: admin.userId, kind, workspaceId, detail } });
          accounted = true;
        },
        nothingChanged: () => {
          accounted = true;
        },
      },
      parsed.data,
    );
    if (!result.ok) throw new RolledBack(result);
    if (!accounted) throw new Error("A platform admin's change was made without an event");
    if (from?.form) await tx.personDraft.deleteMany({ where: { userId: admin.userId, form: from.form } });
    return done({ value: result.value, admin });
  }

  return {
    audit,
    schema,
    confirm,
    run: async (hash, raw, now, from) => {
      try {
        return await systemClient().$transaction((tx) => inside(tx, hash, raw, now, from), {
          timeout: timeoutMs,
          maxWait: 10_000,
        });
      } catch (error) {
        if (error instanceof RolledBack) return error.failure;
        throw error;
      }
    },
  };
}

/** The page where a second factor is shown; it comes back to `path` afterwards. */
export function secondFactorPath(path: string): string {
  return `/admin/second-factor?next=${encodeURIComponent(path)}`;
}

/**
 * Runs the one use case of an admin page. Signed out: to sign-in and back; without a second factor: to the page for
 * it and back. Nobody's business: not found.
 */
export async function readAdminPage<S extends z.ZodType, T>(
  useCase: AdminUseCase<S, T>,
  path: string,
  input: z.input<S>,
): Promise<{ value: T; admin: Admin }> {
  const result = await useCase.run((await sessionHash()) ?? "", input, systemClock());
  if (result.ok) return result.value;
  if (result.code === "signed_out") redirect(signInPath(path));
  if (result.code === "second_factor") redirect(secondFactorPath(path));
  notFound();
}

/** Where an admin's form lives and where it leads. */
type AdminRoute<T> = {
  /** Whose draft this is: one per person and form. */
  form: (values: TypedValues) => string;
  /** The form's own page, where a failed submit lands. */
  page: (values: TypedValues) => string;
  goTo: (value: T, values: TypedValues) => string;
};

/**
 * The adapter of every admin form: as in a workspace, what could not be saved is kept with the reasons, and the
 * form's page shows both, with or without scripts. Where a second factor is asked for first, the form's page comes
 * after it, with everything as it was typed.
 */
export async function adminAction<S extends z.ZodType, T>(
  useCase: AdminUseCase<S, T>,
  route: AdminRoute<T>,
  formData: FormData,
): Promise<never> {
  const values = readForm(formData);
  const hash = (await sessionHash()) ?? "";
  const form = route.form(values);
  const result = await useCase.run(hash, toInput(values), systemClock(), { form });
  if (result.ok) redirect(route.goTo(result.value.value, values));
  if (result.code === "not_found" || result.code === "forbidden") notFound();
  const doors = { signed_out: signInPath, second_factor: secondFactorPath };
  const door = result.code === "signed_out" || result.code === "second_factor" ? doors[result.code] : null;
  const payload = { values, errors: result.errors, code: door ? null : result.code };
  if (JSON.stringify(payload).length <= DRAFT_LIMIT) await keepPersonDraft(hash, form, payload);
  const page = route.page(values);
  redirect(door ? door(page) : page);
}
