import type { ImportField } from "@/lib/domain/import/fields";

/**
 * The English names by which each field is known, best first, in the form `headerKey` gives:
 * lower case, single spaces, no punctuation, without a closing "en". A name may stand under several
 * fields; the place in the list and the cells below the header decide.
 */
export const KNOWN_NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  reference: [
    "reference", "consultation reference", "reference number", "ref", "ref no", "ref number", "our reference", "our ref",
    "registration number", "consultation number", "consultation id", "record id", "unique id", "case number", "id", "number", "no", "key", "code",
  ],
  title: [
    "title", "consultation title", "title of consultation", "consultation name", "name of consultation", "consultation",
    "project title", "subject", "name", "project", "event", "what", "topic of consultation", "description",
  ],
  publicBody: [
    "public body", "who asked", "asked by", "public body name", "owner org title", "organisation name", "organization name", "commissioning body",
    "consulting body", "body", "organisation", "organization", "council", "authority", "local authority", "department", "agency",
    "ministry", "institution", "owner", "held by", "run by", "lead body", "lead organisation", "lead organization", "owner org", "requested by", "who", "from", "by",
  ],
  otherBodies: [
    "other bodies", "other public bodies", "also asked by", "other organisations", "other organizations", "partners", "partner bodies",
    "partner organisations", "partner organizations", "jointly with",
  ],
  kind: [
    "kind", "kind of consultation", "consultation kind", "type", "consultation type", "type of consultation", "method", "format",
    "how we were asked", "how", "engagement type",
  ],
  participationLevel: ["participation level", "level of participation", "level", "participation", "engagement level"],
  voice: ["voice", "whose voice", "who spoke", "who took part"],
  topics: ["topics", "topic", "theme", "themes", "subjects", "category", "categories", "policy area", "tags", "integration domain", "subject"],
  purpose: [
    "purpose", "description", "summary", "aim", "aims", "objective", "about", "what it was about", "what for", "why", "details", "consultation description",
  ],
  askedOn: ["asked on", "date asked", "date we were asked", "invited on", "invitation date", "date invited", "request date", "date requested", "requested on", "asked"],
  startsOn: [
    "starts on", "start date", "date started", "started on", "start", "starts", "started", "opening date", "open date", "opened on", "date opened", "opens", "opened", "from date",
    "date from", "begin date", "begins", "from", "date", "date of consultation", "consultation date", "event date", "date held", "held on", "when",
  ],
  endsOn: [
    "ends on", "end date", "date ended", "ended on", "end", "ends", "ended", "closing date", "close date", "closed on", "date closed", "closes", "closed", "deadline",
    "to date", "date to", "finish date", "finished", "finish", "until", "to",
  ],
  answerPromisedOn: [
    "answer promised on", "answer promised", "answer promised by", "answer due", "answer due on", "response due", "response due date", "reply due",
    "feedback due", "feedback promised", "report due", "promised answer date",
  ],
  cancelledOn: ["cancelled on", "canceled on", "date cancelled", "date canceled", "cancelled", "canceled", "called off", "called off on"],
  participants: [
    "participants", "number of participants", "no of participants", "participant count", "people", "number of people", "how many people", "how many",
    "attendees", "attendance", "number attending", "members taking part", "headcount", "count", "members",
  ],
  sessions: ["sessions", "number of sessions", "no of sessions", "meetings", "number of meetings", "times"],
  minutesEach: [
    "minutes each", "minutes per person", "minutes per session", "duration minutes", "duration in minutes", "length minutes", "minutes", "mins", "duration mins",
  ],
  staffHours: ["staff hours", "hours of staff", "staff time", "staff time hours", "hours staff", "our hours", "worker hours"],
  paymentReceived: ["payment received", "payment", "paid", "amount paid", "payments", "fee", "fees", "money received", "income", "payment gbp"],
  sourceUrl: [
    "source url", "source", "source link", "profile page", "consultation link", "consultation url", "consultation page", "web page", "webpage",
    "website", "link", "url", "page", "where", "more information",
  ],
  explanationAcceptedOn: ["explanation accepted on", "reasons accepted on", "reasons accepted", "explanation accepted"],
  notes: ["notes", "note", "our notes", "comments", "comment", "remarks", "internal notes", "other information"],
  answered: [
    "answered", "report available online", "report available", "did they answer", "have they answered", "answer received", "responded", "reply received",
    "response received", "feedback received", "feedback given", "report published", "findings published", "published report", "any feedback",
    "feedback", "response", "answer", "reply", "report",
  ],
  answerUrl: [
    "answer url", "answer link", "report link", "report url", "link to report", "link to answer", "response link", "response url", "feedback link",
    "findings link", "findings url", "results link", "results url", "outcome link", "outcome url", "report", "response", "answer", "findings", "outcome", "feedback",
  ],
  answeredOn: [
    "answered on", "date answered", "answer date", "answer received on", "date of answer", "report date", "date of report", "response date",
    "date of response", "responded on", "date responded", "reply date", "feedback date", "date of feedback", "report published on", "published on",
    "answered", "answer received", "responded", "response received", "feedback received", "feedback given", "report published", "findings published", "response", "answer", "reply", "feedback",
  ],
};

/** Headers that only together are a key: when all are there, and free, the reference is made of them in this order. */
export const KEYS_TOGETHER: readonly (readonly string[])[] = [["owner org", "registration number"]];
