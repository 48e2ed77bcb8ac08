import type { ConsultationRecord, RecordedFollowUp } from "@/lib/domain/consultation-record";
import { daysBetween } from "@/lib/domain/plain-date";
import type {
  ReleasedConsultation,
  ReleasedPromise,
  ReleasedResponse,
  ReleasedText,
} from "@/lib/domain/release/snapshot";
import { story } from "@/lib/domain/story";
import { type StoryEntry, type StoryMessage, say } from "@/lib/domain/story-message";
import { SUBSTANTIVE } from "@/lib/domain/taxonomy";
import type { ThreadFacts } from "@/lib/domain/thread";

/** A consultation of a view with what belongs to it. */
export type ReleasedEntry = {
  consultation: ReleasedConsultation;
  promises: readonly ReleasedPromise[];
  responses: readonly ReleasedResponse[];
};

/** Writes a released text, or that it is not shown. */
type Write = (text: ReleasedText) => string;

/** An address that was released; null for a withheld one. */
const address = (text: ReleasedText | null) => (typeof text === "string" ? text : null);

function followUpOf(promise: ReleasedPromise, own: string, write: Write): RecordedFollowUp {
  const maybe = (text: ReleasedText | null) => (text === null ? null : write(text));
  const body = promise.body ? write(promise.body.name) : null;
  return {
    id: promise.ref,
    owner: promise.owner,
    waitingOn: promise.waitingOn,
    publicBody: body === own ? null : body,
    title: write(promise.title),
    promisedWords: maybe(promise.promisedWords),
    basis: promise.basis,
    madeByRole: maybe(promise.madeByRole),
    madeOn: promise.madeOn,
    dueOn: promise.due.whose === "benchmark" ? null : promise.due.on,
    effectiveDueOn: promise.due.on,
    state: promise.state,
    bodySays: promise.bodySays,
    doneOn: promise.doneOn,
    communitySays: promise.communitySays,
    evidenceUrl: address(promise.evidenceUrl),
    moves: promise.moves.map((move) => ({ ...move, reason: write(move.reason) })),
  };
}

/** Whether every date of an entry names its day. On sensitive topics months stand instead, and no thread is drawn. */
export function namesDays({ consultation, promises, responses }: ReleasedEntry): boolean {
  return ![consultation, ...promises, ...responses].some(({ monthsOnly }) => monthsOnly);
}

/**
 * A released consultation as the record its own organisation reads, so that both are told in the same sentences.
 * What was not released is empty in it. Only for entries whose days are known (`namesDays`).
 */
export function recordOf(
  { consultation, promises, responses }: ReleasedEntry,
  write: Write,
): ConsultationRecord {
  const { answerDue, firstAnswerDue, endsOn, reasonsAccepted } = consultation;
  const maybe = (text: ReleasedText | null) => (text === null ? null : write(text));
  const body = write(consultation.body.name);
  const benchmark = [firstAnswerDue, answerDue].find((due) => due?.whose === "benchmark");
  return {
    id: consultation.ref,
    version: 1,
    reference: null,
    title: write(consultation.title),
    publicBody: { id: consultation.body.ref, name: body, kind: consultation.body.kind },
    otherBodies: consultation.otherBodies.map(write),
    topics: consultation.topics.map(({ key, name }) => ({ key, name: write(name) })),
    kind: consultation.kind,
    participationLevel: consultation.participationLevel,
    voice: consultation.voice,
    purpose: maybe(consultation.purpose),
    whatCanChange: null,
    whoDecides: null,
    resourcesBehind: null,
    hearBack: null,
    paidFor: [],
    cameFirst: null,
    askedOn: consultation.askedOn,
    startsOn: consultation.startsOn,
    endsOn,
    answerPromisedOn: null,
    cancelledOn: consultation.cancelledOn,
    participants: null,
    sessions: 1,
    minutesEach: null,
    staffHours: null,
    paymentReceived: null,
    sourceUrl: address(consultation.sourceUrl),
    explanationAcceptedOn: reasonsAccepted?.on ?? null,
    explanationDecidedBy: null,
    explanationMembersIn: reasonsAccepted?.membersTookPart ?? null,
    notes: null,
    minutesAsked: 0,
    answerDueOn: answerDue?.on ?? null,
    answerDueSource: answerDue?.whose ?? null,
    firstAnswerDueOn: firstAnswerDue?.on ?? answerDue?.on ?? null,
    firstAnswerDueSource: firstAnswerDue?.whose ?? answerDue?.whose ?? null,
    // In the days there were: a benchmark moves off weekends and holidays.
    benchmarkDays: benchmark && endsOn ? daysBetween(endsOn, benchmark.on) : 0,
    actionDays: 0,
    responses: responses.map(({ ref, kind, receivedOn, summary, sourceUrl }) => ({
      id: ref,
      kind,
      receivedOn,
      summary: maybe(summary),
      sourceUrl: address(sourceUrl),
    })),
    followUps: promises.map((promise) => followUpOf(promise, body, write)),
    extensions: consultation.extensions.map(({ newDueOn, agreedOn, reason, agreedBy }, index) => ({
      id: `${consultation.ref} ${index}`,
      newDueOn,
      agreedOn,
      reason: maybe(reason),
      agreedBy: maybe(agreedBy),
    })),
    changed: { at: "", by: null },
  };
}

/** The story of a released consultation up to the day of the release, people counted as they were released. */
export function releasedStory(
  record: ConsultationRecord,
  { people, hours, voice }: ReleasedConsultation,
  releasedOn: string,
): StoryEntry[] {
  const tookPart: StoryMessage[] = [
    typeof people === "number"
      ? say("note.peopleRounded", { people })
      : say(people === "few" ? "note.peopleFew" : "note.peopleUnknown"),
    ...(voice ? [say("note.voice", { voice })] : []),
    ...(hours === null ? [] : [say("note.hoursRounded", { hours: { hours } })]),
  ];
  return story(record, releasedOn).map((entry) => {
    if (entry.id === "today") return { ...entry, head: say("head.released") };
    return entry.id === "took-part" && entry.tone !== "ahead" ? { ...entry, notes: tookPart } : entry;
  });
}

/** The thread of a released consultation as it was on the day of the release. */
export function threadFactsOf(
  record: ConsultationRecord,
  released: ReleasedConsultation,
  releasedOn: string,
): ThreadFacts {
  const answers = record.responses.map(({ kind, receivedOn }) => ({
    on: receivedOn,
    kind: SUBSTANTIVE.includes(kind) ? ("substantive" as const) : ("update" as const),
  }));
  // Where answers were not released, that there was one is.
  if (released.answered && !answers.some(({ kind }) => kind === "substantive"))
    answers.push({ on: released.firstAnswerOn, kind: "substantive" });
  return {
    askedOn: record.askedOn,
    startsOn: record.startsOn,
    endsOn: record.endsOn,
    answerDueOn: record.answerDueOn,
    firstAnswerDueOn: released.firstAnswerDue?.on ?? null,
    cancelledOn: record.cancelledOn,
    explainedOn: record.explanationAcceptedOn,
    noActionSince: released.standing === "no_action" ? released.overdueSince : null,
    answers,
    promises: record.followUps.map((one) => ({
      madeOn: one.madeOn,
      dueOn: one.effectiveDueOn,
      firstDueOn: one.moves[0]?.fromOn ?? null,
      doneOn: one.doneOn,
      state: one.state,
    })),
    today: releasedOn,
  };
}
