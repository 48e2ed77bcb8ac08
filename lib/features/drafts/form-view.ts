import "server-only";
import { toInput } from "@/lib/access/form-data";
import type { FormView, OtherVersion, TypedValues } from "@/lib/domain/form-view";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import type { Draft } from "./find-draft";

/** Fields that carry the form itself, not its content. */
const CARRIERS = new Set(["id", "version", "consultationId", ACKNOWLEDGE_FIELD]);
/** Hidden in every form of a saved record: the version its writer began from. */
export const SINCE_FIELD = "_since";
/** Set in a draft that was kept because its form had been saved before with other content: the id it may get as a record of its own. */
export const SENT_TWICE_FIELD = "_sentTwice";

type Source = {
  form: string;
  /** The form without a draft: the record as it is now, or what a new one starts with. */
  fresh: TypedValues;
  draft: Draft | null;
  /** Of a saved record: its version, and who saved it last. */
  saved?: { version: number | string; by: string | null; at: Date };
};

function content(values: TypedValues): string {
  const input = toInput(values);
  const plain = Object.entries(input).flatMap(([name, value]) => {
    if (CARRIERS.has(name)) return [];
    const texts = (Array.isArray(value) ? value : [value])
      .map((one) => String(one).replaceAll("\r\n", "\n").trim())
      .filter(Boolean);
    return texts.length > 0 ? [[name, texts.sort()] as const] : [];
  });
  return JSON.stringify(plain.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two sets of fields say the same, however their dates and line ends are written. */
export function sayTheSame(one: TypedValues, other: TypedValues): boolean {
  return content(one) === content(other);
}

/**
 * What a form page shows: what was typed when there is a draft, else the record or an empty form.
 * A draft that says what the record says already is not shown. Where the record was saved since its writer began,
 * the other version comes along.
 */
export function formView({ form, fresh, draft, saved }: Source): FormView {
  const version = saved ? String(saved.version) : null;
  const versions: TypedValues = version !== null ? { version: [version], [SINCE_FIELD]: [version] } : {};
  const same = draft && draft.errors.length === 0 && sayTheSame(draft.values, fresh);
  if (!draft || same) {
    return {
      form,
      values: { ...fresh, ...versions },
      errors: [],
      drafted: false,
      kept: false,
      sentTwice: false,
      other: null,
      stamp: version ?? fresh.id?.[0] ?? "new",
    };
  }
  const since = draft.values[SINCE_FIELD]?.[0] ?? draft.values.version?.[0] ?? version;
  const other: OtherVersion | null =
    saved && since !== version ? { values: fresh, by: saved.by, at: saved.at } : null;
  return {
    form,
    values: { ...draft.values, ...versions, ...(typeof since === "string" && { [SINCE_FIELD]: [since] }) },
    errors: draft.errors,
    drafted: true,
    kept: draft.errors.length === 0 && draft.code === null,
    sentTwice: draft.values[SENT_TWICE_FIELD] !== undefined,
    other,
    stamp: `${version ?? "new"} ${draft.updatedAt.getTime()}`,
  };
}
