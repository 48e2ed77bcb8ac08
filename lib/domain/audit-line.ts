import type { AuditKind } from "./audit";
import type { AuditSubject } from "./audit-kinds";

/** Who somebody in the trail is now. `erased`: nothing is left but an id; `service`: no person did it. */
export const AUDIT_PLACES = ["member", "former", "platform", "erased", "service"] as const;
export type AuditPlace = (typeof AUDIT_PLACES)[number];
export type AuditActor = { place: AuditPlace; name: string | null };

/** What a sentence of the trail names: its title while there is one, and its page while it has one. */
export type AuditThing = { type: AuditSubject; title: string | null; path: string | null };

/** One event as it is read: the names in it were looked up just now. */
export type AuditLine = {
  id: string;
  at: Date;
  /** null: a kind this version does not know. */
  kind: AuditKind | null;
  actor: AuditActor;
  /** The name of the token whose program did it for them; null where they did it themselves. */
  through: string | null;
  thing: AuditThing;
  /** The keys and numbers of the event's details, for its sentence. */
  values: Record<string, string | number>;
  /** Keys of the fields it changed. */
  fields: string[];
};
