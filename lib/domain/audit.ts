import type { Role } from "./permissions";

/**
 * Everything the audit trail can say. One event names one thing that happened. Its details are ids, keys, dates and
 * numbers, never words: the database refuses words. A new kind also goes into lib/domain/audit-kinds.ts (its group and
 * what it is about) and into the catalogue (`audit.event.<kind>`, in every language).
 */
export type AuditEvent =
  | { kind: "consultation.logged"; subjectId: string; detail: Record<string, never> }
  | { kind: "consultation.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "consultation.all_known"; subjectId: string; detail: Record<string, never> }
  | { kind: "consultation.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "response.recorded"; subjectId: string; detail: { consultationId: string; responseKind: string } }
  | { kind: "response.revised"; subjectId: string; detail: { consultationId: string; fields: string[] } }
  | { kind: "response.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "follow_up.recorded"; subjectId: string; detail: { consultationId: string; owner: string } }
  | { kind: "follow_up.revised"; subjectId: string; detail: { consultationId: string; fields: string[] } }
  | { kind: "follow_up.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "extension.recorded"; subjectId: string; detail: { consultationId: string } }
  | { kind: "extension.revised"; subjectId: string; detail: { consultationId: string; fields: string[] } }
  | { kind: "extension.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "reasons.accepted"; subjectId: string; detail: { membersTookPart: boolean } }
  | { kind: "reasons.withdrawn"; subjectId: string; detail: Record<string, never> }
  | { kind: "consultation.cancelled"; subjectId: string; detail: Record<string, never> }
  | { kind: "consultation.reinstated"; subjectId: string; detail: Record<string, never> }
  /** What looked like an answer on their page is none, or may be one after all. */
  | { kind: "proposal.dismissed"; subjectId: string; detail: { consultationId: string } }
  | { kind: "proposal.reconsidered"; subjectId: string; detail: { consultationId: string } }
  | { kind: "public_body.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "attachment.attached"; subjectId: string; detail: { to: string; format: string } }
  | { kind: "attachment.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "record.restored"; subjectId: string; detail: { trashId: string } }
  | {
      /** Saved although it may show who somebody is: `event` says what was saved. */
      kind: "identifiers.acknowledged";
      subjectId: string;
      /** `rows`: of a spreadsheet. */
      detail: { event: string; fields: { field: string; kinds: string[] }[]; rows?: number };
    }
  | { kind: "activity.logged"; subjectId: string; detail: Record<string, never> }
  | { kind: "activity.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "activity.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "activity_promise.recorded"; subjectId: string; detail: { activityId: string; owner: string } }
  | { kind: "activity_promise.revised"; subjectId: string; detail: { activityId: string; fields: string[] } }
  | { kind: "activity_promise.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "response.told"; subjectId: string; detail: { consultationId: string } }
  | { kind: "response.told_withdrawn"; subjectId: string; detail: { consultationId: string } }
  | { kind: "import.uploaded"; subjectId: string; detail: Record<string, never> }
  | { kind: "import.started"; subjectId: string; detail: { rows: number } }
  | {
      kind: "import.finished";
      subjectId: string;
      detail: { created: number; changed: number; unchanged: number; refused: number };
    }
  | { kind: "import.discarded"; subjectId: string; detail: Record<string, never> }
  | { kind: "member.invited"; subjectId: string; detail: { role: Role } }
  | { kind: "invitation.sent_again"; subjectId: string; detail: { role: Role } }
  | { kind: "invitation.withdrawn"; subjectId: string; detail: { role: Role } }
  | { kind: "member.joined"; subjectId: string; detail: { role: Role } }
  | { kind: "member.role_changed"; subjectId: string; detail: { from: Role; to: Role } }
  | { kind: "member.removed"; subjectId: string; detail: { role: Role } }
  | { kind: "member.left"; subjectId: string; detail: { role: Role } }
  /** `dates`: how many answer dates were worked out anew. */
  | { kind: "settings.revised"; subjectId: string; detail: { fields: string[]; dates: number } }
  | { kind: "retention.listed"; subjectId: string; detail: { records: number } }
  | { kind: "retention.kept"; subjectId: string; detail: { until: string } }
  | { kind: "retention.erased_now"; subjectId: string; detail: Record<string, never> }
  | {
      kind: "retention.erased";
      subjectId: string;
      detail: {
        consultations: number;
        activities: number;
        removed: number;
        uploads: number;
        invitations: number;
      };
    }
  | { kind: "share.prepared"; subjectId: string; detail: { audience: string } }
  | { kind: "share.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "share.released"; subjectId: string; detail: { audience: string; expiresOn: string } }
  | { kind: "share.released_again"; subjectId: string; detail: { audience: string; expiresOn: string } }
  | { kind: "share.address_replaced"; subjectId: string; detail: Record<string, never> }
  | { kind: "share.stopped"; subjectId: string; detail: Record<string, never> }
  | { kind: "share.discarded"; subjectId: string; detail: Record<string, never> }
  /** A member's own calendar reads the organisation's dates; written in the database. */
  | { kind: "feed.made"; subjectId: string; detail: Record<string, never> }
  | { kind: "feed.stopped"; subjectId: string; detail: Record<string, never> }
  /** Everything was taken out as a file. */
  | { kind: "workspace.exported"; subjectId: string; detail: Record<string, never> }
  | { kind: "token.made"; subjectId: string; detail: { role: Role; days: number } }
  | { kind: "token.stopped"; subjectId: string; detail: Record<string, never> }
  | LifeAuditEvent;

/** What the platform did to the organisation, and what its owners asked of the platform: about the organisation itself. */
type LifeAuditEvent =
  | { kind: "platform.suspended"; subjectId: string; detail: Record<string, never> }
  | { kind: "platform.resumed"; subjectId: string; detail: Record<string, never> }
  | { kind: "platform.closing"; subjectId: string; detail: { eraseOn: string } }
  | { kind: "platform.kept"; subjectId: string; detail: Record<string, never> }
  | { kind: "platform.erasing"; subjectId: string; detail: Record<string, never> }
  | { kind: "erasure.asked"; subjectId: string; detail: Record<string, never> }
  | { kind: "erasure.withdrawn"; subjectId: string; detail: Record<string, never> }
  | { kind: "support.granted"; subjectId: string; detail: { support: string; span: string } }
  | { kind: "support.withdrawn"; subjectId: string; detail: Record<string, never> }
  /** Written by the door and by the end of a grant, in the database. */
  | { kind: "support.entered"; subjectId: string; detail: { mayChange: boolean } }
  | { kind: "support.ran_out"; subjectId: string; detail: Record<string, never> }
  /** A platform admin kept the directory of public bodies, and our own list followed; written in the database. */
  | { kind: "platform.bodies_merged"; subjectId: string; detail: { keptId: string; goneId: string } }
  | {
      kind: "platform.body_ended";
      subjectId: string;
      detail: { directoryId: string; endedOn: string; successorId?: string };
    }
  | { kind: "platform.body_back"; subjectId: string; detail: { directoryId: string } };

export type AuditKind = AuditEvent["kind"];
