import { z } from "zod";

/** Why something of the record is not in a view, or not as it is. Worded by `shares.withheld.<reason>`. */
export const WITHHELD_REASONS = [
  /** A text may show who somebody is. */
  "identifier",
  /** A role holds words that are in no job title we know. */
  "not_a_role",
  /** A web address that not everybody can open, or that opens something by itself. */
  "private_link",
  /** A record that is still to come. */
  "future",
  /** The end of something that goes on, and what is worked out from it. */
  "future_date",
  /** A record on a sensitive topic, whose dates are months. */
  "months_only",
  /** Fewer than ten people. */
  "small_number",
  /** A number of people rounded to 5. */
  "rounded",
  /** What we are to do ourselves. */
  "internal",
  /** What never leaves: `what` says which kind. */
  "never",
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** How often, and of what: a column, or for "never" one of KEPT. */
export const withheldTally = z.array(
  z.strictObject({ reason: z.enum(WITHHELD_REASONS), what: z.string(), count: z.number() }),
);
export type WithheldTally = z.output<typeof withheldTally>;

/** A text that its writer may want to mend, and where it stands. */
export type WithheldPlace = {
  reason: "identifier" | "not_a_role" | "private_link";
  /** The column. */
  what: string;
  record: { kind: "consultation" | "activity"; id: string; title: string };
};

const MENDABLE: readonly WithheldReason[] = ["identifier", "not_a_role", "private_link"];

/** Collects what is kept back while a view is made. */
export class Withholding {
  readonly #counts = new Map<string, number>();
  readonly places: WithheldPlace[] = [];

  /** A keeper for what belongs to one record; `listens` is false for parts that are not in the view. */
  of(record: WithheldPlace["record"], listens: boolean): (reason: WithheldReason, what: string) => void {
    return (reason, what) => {
      if (!listens) return;
      const key = `${reason} ${what}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      if (MENDABLE.includes(reason))
        this.places.push({ reason: reason as WithheldPlace["reason"], what, record });
    };
  }

  get tally(): WithheldTally {
    return [...this.#counts]
      .map(([key, count]) => {
        const [reason = "", what = ""] = key.split(" ");
        return { reason: reason as WithheldReason, what, count };
      })
      .sort(
        (a, b) =>
          WITHHELD_REASONS.indexOf(a.reason) - WITHHELD_REASONS.indexOf(b.reason) ||
          (a.what < b.what ? -1 : 1),
      );
  }
}
