import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { ExportFileName } from "@/lib/domain/export/files";
import { RECORD_SOURCES } from "./record-sources";

/** Where the rows of each file come from. No key of anything is among them: no token, no hash, no passphrase. */
export const SOURCES: Record<ExportFileName, Sql> = {
  ...RECORD_SOURCES,
  workspace: sql`
    SELECT w.id, w.slug, w.name, w.country, w.region, w.time_zone AS "timeZone", w.answer_days AS "answerDays",
      w.action_days AS "actionDays", w.capacity_hours AS "capacityHours", w.locale, w.share_days AS "shareDays",
      coalesce(w.share_sections, '{}') AS "shareSections", w.contact_email AS "contactEmail", w.retention_years AS "retentionYears",
      w.created_at AS "createdAt", w.updated_at AS "updatedAt", w.updated_by AS "updatedBy"
    FROM workspaces w WHERE w.id = current_workspace()`,
  answerPeriods: sql`
    SELECT p.body_kind AS "bodyKind", p.answer_days AS "answerDays"
    FROM answer_periods p WHERE p.workspace_id = current_workspace() ORDER BY p.body_kind`,
  attachments: sql`
    SELECT x.id, x.consultation_id AS "consultationId", x.response_id AS "responseId", x.follow_up_id AS "followUpId", x.name, x.format,
      x.bytes, 'attachments/' || x.id || '-' || regexp_replace(x.name, '[\\\\/:*?"<>|[:cntrl:]]', '_', 'g') AS path,
      x.created_at AS "createdAt", x.created_by AS "createdBy"
    FROM attachments x WHERE x.workspace_id = current_workspace() ORDER BY x.id`,
  members: sql`
    SELECT m.user_id AS "userId", u.name, u.email, m.role, m.created_at AS "createdAt"
    FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = current_workspace() ORDER BY m.created_at, m.user_id`,
  invitations: sql`
    SELECT i.id, i.email, i.role, i.locale, i.invited_by AS "invitedBy", i.mails, i.created_at AS "createdAt", i.sent_at AS "sentAt",
      i.expires_at AS "expiresAt", i.undelivered_at AS "undeliveredAt"
    FROM invitations i WHERE i.workspace_id = current_workspace() ORDER BY i.created_at, i.id`,
  shares: sql`
    SELECT s.id, s.audience, s.officer_email AS "officerEmail", b.name AS "publicBody", s.from_on AS "fromOn", s.to_on AS "toOn",
      coalesce(s.sections, '{}') AS sections, s.expires_on AS "expiresOn", s.wants_passphrase AS "wantsPassphrase", s.released_at AS "releasedAt",
      s.stopped_at AS "stoppedAt", s.created_at AS "createdAt", s.created_by AS "createdBy", s.updated_at AS "updatedAt",
      s.updated_by AS "updatedBy"
    FROM shares s LEFT JOIN public_bodies b ON b.workspace_id = s.workspace_id AND b.id = s.public_body_id
    WHERE s.workspace_id = current_workspace() ORDER BY s.id`,
  shareSnapshots: sql`
    SELECT x.share_id AS "shareId", x.released_at AS "releasedAt", x.snapshot, x.withheld
    FROM share_snapshots x WHERE x.workspace_id = current_workspace() ORDER BY x.share_id`,
  shareOpenings: sql`
    SELECT o.share_id AS "shareId", o.at, o.format FROM share_openings o WHERE o.workspace_id = current_workspace() ORDER BY o.at, o.id`,
  auditEvents: sql`
    SELECT e.id, e.at, e.kind, e.actor_id AS "actorId", p.name AS "actorName", e.token_id AS "tokenId", e.subject_id AS "subjectId", e.detail
    FROM audit_events e LEFT JOIN audit_people() p ON p.id = e.actor_id AND p.place <> 'platform'
    WHERE e.workspace_id = current_workspace() ORDER BY e.at, e.id`,
  retentionReviews: sql`
    SELECT r.consultation_id AS "consultationId", r.activity_id AS "activityId", r.last_on AS "lastOn", r.listed_at AS "listedAt",
      r.keep_until AS "keepUntil", r.keep_reason AS "keepReason", r.decided_by AS "decidedBy", r.decided_at AS "decidedAt"
    FROM retention_reviews r WHERE r.workspace_id = current_workspace() ORDER BY r.id`,
  imports: sql`
    SELECT i.id, i.file_name AS "fileName", i.state, i.rows, i.created, i.changed, i.unchanged, i.refused, i.created_at AS "createdAt",
      i.created_by AS "createdBy", i.finished_at AS "finishedAt"
    FROM imports i WHERE i.workspace_id = current_workspace() AND i.state <> 'reading' ORDER BY i.created_at, i.id`,
  tokens: sql`
    SELECT t.id, t.name, t.role, t.created_at AS "createdAt", t.created_by AS "createdBy", t.expires_at AS "expiresAt",
      t.revoked_at AS "revokedAt", t.revoked_by AS "revokedBy", t.last_used_at AS "lastUsedAt"
    FROM api_tokens t WHERE t.workspace_id = current_workspace() ORDER BY t.created_at, t.id`,
  supportGrants: sql`
    SELECT g.id, g.may_change AS "mayChange", g.granted_at AS "grantedAt", g.granted_by AS "grantedBy", g.expires_at AS "expiresAt",
      g.withdrawn_at AS "withdrawnAt", g.withdrawn_by AS "withdrawnBy"
    FROM support_grants g WHERE g.workspace_id = current_workspace() ORDER BY g.granted_at, g.id`,
  hourlyRates: sql`
    SELECT h.country, h.currency, h.valid_from AS "validFrom", h.amount, h.source, h.source_url AS "sourceUrl"
    FROM hourly_rates h WHERE h.country = (SELECT w.country FROM workspaces w WHERE w.id = current_workspace())
    ORDER BY h.currency, h.valid_from`,
};
