/** Everything the audit trail can say. One event names one thing that happened; wording: `audit.<kind>` in the catalogue. */
export type AuditEvent =
  | { kind: "consultation.logged"; subjectId: string; detail: { title: string } }
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
  | { kind: "public_body.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "record.restored"; subjectId: string; detail: { trashId: string } }
  | {
      /** Saved although it may show who somebody is: `event` says what was saved. */
      kind: "identifiers.acknowledged";
      subjectId: string;
      /** `rows`: of a spreadsheet. */
      detail: { event: string; fields: { field: string; kinds: string[] }[]; rows?: number };
    }
  | { kind: "activity.logged"; subjectId: string; detail: { title: string } }
  | { kind: "activity.revised"; subjectId: string; detail: { fields: string[] } }
  | { kind: "activity.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "activity_promise.recorded"; subjectId: string; detail: { activityId: string; owner: string } }
  | { kind: "activity_promise.revised"; subjectId: string; detail: { activityId: string; fields: string[] } }
  | { kind: "activity_promise.removed"; subjectId: string; detail: { trashId: string } }
  | { kind: "response.told"; subjectId: string; detail: { consultationId: string } }
  | { kind: "response.told_withdrawn"; subjectId: string; detail: { consultationId: string } }
  | { kind: "import.uploaded"; subjectId: string; detail: { fileName: string } }
  | { kind: "import.started"; subjectId: string; detail: { rows: number } }
  | {
      kind: "import.finished";
      subjectId: string;
      detail: { created: number; changed: number; unchanged: number; refused: number };
    }
  | { kind: "import.discarded"; subjectId: string; detail: Record<string, never> };

export type AuditKind = AuditEvent["kind"];
