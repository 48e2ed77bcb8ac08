import { DIRECT_VOICES } from "@/lib/domain/measures";
import { addHours, addPeople } from "@/lib/domain/privacy/suppression";
import { FEWEST_TO_COMPARE, FINISHED } from "@/lib/domain/standing";
import type { ReleasedConsultation, ReleasedMeasures } from "./snapshot";

/** A consultation as released, and whether the date its answer was due has passed. */
export type Measured = { released: ReleasedConsultation; answerWasDue: boolean };
/** A promise of a body itself whose date has passed. */
export type PromiseDue = { kept: boolean };

/** What consultations and promises of a view add up to: from what was released of each, and nothing else. */
export function releaseMeasures(
  measured: readonly Measured[],
  promises: readonly PromiseDue[],
): ReleasedMeasures {
  const took = measured.filter(({ released }) => !["cancelled", "planned"].includes(released.standing));
  const consultations = took.map(({ released }) => released);
  const finished = consultations.filter(({ standing }) => FINISHED.includes(standing));
  const flagged = consultations.filter((one) => one.flagged);
  const due = took.filter(({ answerWasDue }) => answerWasDue);
  const voices = consultations.filter(({ voice }) => voice !== null);
  const direct = voices.filter(({ voice }) => DIRECT_VOICES.some((one) => one === voice));
  const enough = finished.length >= FEWEST_TO_COMPARE;
  const hours = (some: readonly ReleasedConsultation[]) => addHours(some.map((one) => one.hours));
  return {
    consultations: consultations.length,
    finished: finished.length,
    flagged: flagged.length,
    people: addPeople(consultations.map(({ people }) => people)),
    hoursGiven: hours(consultations),
    hoursOfFinished: hours(finished),
    hoursLedToAction: hours(finished.filter(({ standing }) => standing === "acted")),
    hoursNoAction: hours(flagged),
    answered: {
      part: due.filter(({ released }) => released.answered).length,
      whole: due.length,
      enough,
    },
    promisesKept: { part: promises.filter(({ kept }) => kept).length, whole: promises.length, enough },
    membersTookPart: { part: direct.length, whole: voices.length, enough },
  };
}
