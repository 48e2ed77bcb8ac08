/** Choices of the record. Keys are stored and spoken by the API; labels are in the catalogue (`taxonomy.<list>.<key>`). */
export const CONSULTATION_KINDS = [
  "survey",
  "focus_group",
  "meeting",
  "one_to_one",
  "public_committee",
  "advisory_group",
  "co_design",
  "other",
] as const;
export const PARTICIPATION_LEVELS = [
  "informed",
  "consulted",
  "involved",
  "collaborating",
  "deciding",
] as const;
export const VOICES = ["leaders_only", "staff", "leaders_and_members", "members", "wider_community"] as const;
export const BODY_KINDS = [
  "council",
  "health",
  "police",
  "university",
  "college",
  "school",
  "ministry",
  "funder",
  "charity",
  "other",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const RESPONSE_KINDS = ["acknowledgement", "update", "findings", "decision", "refusal"] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];
/** Responses that answer what was asked. An acknowledgement or an update never stops the clock. */
export const SUBSTANTIVE: readonly ResponseKind[] = ["findings", "decision", "refusal"];

export const FOLLOW_UP_OWNERS = ["body", "joint", "us"] as const;
export const WAITING_ON = ["body", "us"] as const;
export const PROMISE_BASES = ["written", "minuted", "spoken"] as const;
export const BODY_SAYS = ["not_started", "in_progress", "done", "dropped"] as const;
export const COMMUNITY_SAYS = ["not_asked", "yes", "partly", "no"] as const;

/** Keys of the shared topics, as furnish_workspace() writes them into every new workspace. */
export const TOPICS = [
  "language",
  "employment",
  "education",
  "childrens_education",
  "health",
  "mental_health",
  "housing",
  "social_services",
  "immigration_advice",
  "safety",
  "democracy",
  "gender_equality",
  "environment",
  "economy",
  "culture_faith",
  "youth",
  "digital",
  "transport",
] as const;
