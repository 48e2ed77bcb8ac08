import type { useTranslations } from "next-intl";
import { auditFieldKeys } from "@/lib/domain/audit-field";
import type { AuditActor, AuditLine, AuditThing } from "@/lib/domain/audit-line";

// messages: audit.event.*, audit.field.*, audit.actor.*, audit.gone.*, audit.named

/** A translator of the catalogue `audit`. */
export type AuditTranslator = ReturnType<typeof useTranslations<"audit">>;

/** Who did it, in words. */
export function actorName(t: AuditTranslator, { place, name }: AuditActor): string {
  if (place === "member") return name ?? t("actor.noName");
  if (place === "former" && name) return t("actor.formerNamed", { name });
  return t(`actor.${place}`);
}

/** What it was done to, in words: its title in quotes, or what kind of thing is gone. A person has a name, not a title. */
export function thingName(t: AuditTranslator, { type, title }: AuditThing): string {
  if (title === null) return t(`gone.${type}`);
  return type === "person" ? title : t("named", { title });
}

/** The values of an event's sentence, without its tags. */
export function sentenceValues(t: AuditTranslator, line: AuditLine): Record<string, string | number> {
  return { ...line.values, name: actorName(t, line.actor), title: thingName(t, line.thing) };
}

/** The key of an event's sentence. A kind without words here does not compile: write `audit.event.<kind>`. */
export function sentenceKey(line: AuditLine) {
  return line.kind === null ? ("event.unknown" as const) : (`event.${line.kind}` as const);
}

/** The fields an event changed, each as a word or two. */
export function fieldNames(t: AuditTranslator, fields: readonly string[]): string[] {
  const known = (key: string): key is "title" => t.has(`field.${key}` as "field.title");
  return auditFieldKeys(fields, known).map((key) => t(`field.${key}`));
}
