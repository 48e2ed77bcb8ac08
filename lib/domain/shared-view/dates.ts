import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { dayOf } from "./released-date";

/** A date of a view that somebody set, still to come or passed without what it was for. */
export type SetDate = { ref: string; on: PlainDate; whose: "given" | "agreed" };

/**
 * The dates a public body gave or both sides agreed, of promises and answers that were open on the day of the release,
 * by day. Our own benchmarks are nobody's promise, and on sensitive topics the day is not known: both are left out.
 */
export function setDates({
  consultations,
  promises,
}: Pick<Snapshot, "consultations" | "promises">): SetDate[] {
  const found: SetDate[] = [];
  const add = (ref: string, due: { on: string; whose: "given" | "agreed" | "benchmark" }) => {
    const on = dayOf(due.on);
    if (on !== null && due.whose !== "benchmark") found.push({ ref, on, whose: due.whose });
  };
  for (const { ref, state, due } of promises) if (state === "open" || state === "late") add(ref, due);
  for (const { ref, standing, answered, answerDue } of consultations) {
    const waits = standing === "waiting" || standing === "open" || standing === "silent";
    if (waits && !answered && answerDue) add(ref, answerDue);
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
