import type { AuditKind } from "./audit";

/** What an owner can narrow the trail to. Worded by `audit.group.<key>`. */
export const AUDIT_GROUPS = [
  "consultations",
  "answers",
  "follow_ups",
  "activities",
  "bodies",
  "imports",
  "views",
  "members",
  "settings",
  "removed",
  "safety",
  "platform",
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/**
 * What the subject of an event is: where its title is looked up and where its link leads. `record` is any record of
 * ours, `person` somebody who is or was a member, `none` has nothing to name.
 */
export const AUDIT_SUBJECTS = [
  "consultation",
  "activity",
  "body",
  "import",
  "share",
  "invitation",
  "record",
  "person",
  "none",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

type Described = { group: AuditGroup; subject: AuditSubject };

/** Every kind of event: its group, and what its sentence names. A kind that is missing here does not compile. */
export const AUDIT_KINDS: Record<AuditKind, Described> = {
  "consultation.logged": { group: "consultations", subject: "consultation" },
  "consultation.revised": { group: "consultations", subject: "consultation" },
  "consultation.all_known": { group: "consultations", subject: "consultation" },
  "consultation.cancelled": { group: "consultations", subject: "consultation" },
  "consultation.reinstated": { group: "consultations", subject: "consultation" },
  "consultation.removed": { group: "removed", subject: "consultation" },
  "response.recorded": { group: "answers", subject: "consultation" },
  "response.revised": { group: "answers", subject: "consultation" },
  "response.removed": { group: "removed", subject: "consultation" },
  "response.told": { group: "answers", subject: "consultation" },
  "response.told_withdrawn": { group: "answers", subject: "consultation" },
  "proposal.dismissed": { group: "answers", subject: "consultation" },
  "proposal.reconsidered": { group: "answers", subject: "consultation" },
  "reasons.accepted": { group: "answers", subject: "consultation" },
  "reasons.withdrawn": { group: "answers", subject: "consultation" },
  "extension.recorded": { group: "answers", subject: "consultation" },
  "extension.revised": { group: "answers", subject: "consultation" },
  "extension.removed": { group: "removed", subject: "consultation" },
  "follow_up.recorded": { group: "follow_ups", subject: "consultation" },
  "follow_up.revised": { group: "follow_ups", subject: "consultation" },
  "follow_up.removed": { group: "removed", subject: "consultation" },
  "activity.logged": { group: "activities", subject: "activity" },
  "activity.revised": { group: "activities", subject: "activity" },
  "activity.removed": { group: "removed", subject: "activity" },
  "activity_promise.recorded": { group: "follow_ups", subject: "activity" },
  "activity_promise.revised": { group: "follow_ups", subject: "activity" },
  "activity_promise.removed": { group: "removed", subject: "activity" },
  "public_body.revised": { group: "bodies", subject: "body" },
  "attachment.attached": { group: "consultations", subject: "record" },
  "attachment.removed": { group: "removed", subject: "record" },
  "record.restored": { group: "removed", subject: "record" },
  "identifiers.acknowledged": { group: "safety", subject: "record" },
  "import.uploaded": { group: "imports", subject: "import" },
  "import.started": { group: "imports", subject: "import" },
  "import.finished": { group: "imports", subject: "import" },
  "import.discarded": { group: "imports", subject: "import" },
  "member.invited": { group: "members", subject: "invitation" },
  "invitation.sent_again": { group: "members", subject: "invitation" },
  "invitation.withdrawn": { group: "members", subject: "invitation" },
  "member.joined": { group: "members", subject: "none" },
  "member.role_changed": { group: "members", subject: "person" },
  "member.removed": { group: "members", subject: "person" },
  "member.left": { group: "members", subject: "none" },
  "feed.made": { group: "members", subject: "none" },
  "feed.stopped": { group: "members", subject: "none" },
  "workspace.exported": { group: "safety", subject: "none" },
  "token.made": { group: "settings", subject: "none" },
  "token.stopped": { group: "settings", subject: "none" },
  "settings.revised": { group: "settings", subject: "none" },
  "retention.listed": { group: "removed", subject: "none" },
  "retention.kept": { group: "removed", subject: "record" },
  "retention.erased_now": { group: "removed", subject: "none" },
  "retention.erased": { group: "removed", subject: "none" },
  "share.prepared": { group: "views", subject: "share" },
  "share.revised": { group: "views", subject: "share" },
  "share.released": { group: "views", subject: "share" },
  "share.released_again": { group: "views", subject: "share" },
  "share.address_replaced": { group: "views", subject: "share" },
  "share.stopped": { group: "views", subject: "share" },
  "share.discarded": { group: "views", subject: "none" },
  "platform.suspended": { group: "platform", subject: "none" },
  "platform.resumed": { group: "platform", subject: "none" },
  "platform.closing": { group: "platform", subject: "none" },
  "platform.kept": { group: "platform", subject: "none" },
  "platform.erasing": { group: "platform", subject: "none" },
  "erasure.asked": { group: "removed", subject: "none" },
  "erasure.withdrawn": { group: "removed", subject: "none" },
  "support.granted": { group: "platform", subject: "none" },
  "support.withdrawn": { group: "platform", subject: "none" },
  "support.entered": { group: "platform", subject: "none" },
  "support.ran_out": { group: "platform", subject: "none" },
  "platform.bodies_merged": { group: "platform", subject: "body" },
  "platform.body_ended": { group: "platform", subject: "body" },
  "platform.body_back": { group: "platform", subject: "body" },
};

/** A kind of event that this version knows; an older or a newer server may have written others. */
export function isAuditKind(text: string): text is AuditKind {
  return Object.hasOwn(AUDIT_KINDS, text);
}

export function isAuditGroup(text: string): text is AuditGroup {
  return AUDIT_GROUPS.some((group) => group === text);
}

/** The kinds of a group. */
export function kindsOf(group: AuditGroup): AuditKind[] {
  return Object.keys(AUDIT_KINDS)
    .filter(isAuditKind)
    .filter((kind) => AUDIT_KINDS[kind].group === group);
}
