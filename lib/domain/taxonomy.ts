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
/** What a body pays for when it asks people for their time. */
export const PAID_FOR = ["time", "travel", "childcare", "interpreting"] as const;
/** Have they come to one of our events first? */
export const CAME_FIRST = ["yes", "no", "not_asked"] as const;
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

/** `own` is a kind that the organisation named itself. */
export const ACTIVITY_KINDS = [
  "dialogue",
  "festival",
  "welcome",
  "sports",
  "workshop",
  "leader_training",
  "volunteering",
  "language_class",
  "job_readiness",
  "enterprise",
  "skills_centre",
  "market_linkage",
  "mentoring",
  "awareness",
  "anti_stigma",
  "media",
  "advisory_group",
  "politician_meeting",
  "visit",
  "study_tour",
  "drop_in",
  "phone_outreach",
  "own",
] as const;
/** Whose event an activity was. */
export const EVENT_OWNERS = ["ours", "theirs", "joint"] as const;
/** Who takes part in an activity. People are counted, never listed. */
export const PARTICIPANT_GROUPS = [
  "members",
  "returnees",
  "families",
  "community_leaders",
  "local_government",
  "ngos",
  "businesses",
  "youth_groups",
  "womens_groups",
  "host_community",
  "faith_groups",
  "unions",
  "media",
] as const;
export type ParticipantGroup = (typeof PARTICIPANT_GROUPS)[number];
/** What a group brings. */
export const CONTRIBUTIONS = ["experience", "expertise", "mentoring", "money", "space", "jobs"] as const;
export const OUTCOMES = [
  "less_isolation",
  "better_mental_health",
  "economic_gain",
  "stronger_community",
  "safer_moving_choices",
  "new_skills_leaders",
  "policy_changed",
  "service_changed",
  "seat_at_table",
] as const;
