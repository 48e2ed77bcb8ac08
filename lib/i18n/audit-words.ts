import type { useTranslations } from "next-intl";
import { auditFieldKeys } from "@/lib/domain/audit-field";
import type { AuditActor, AuditLine, AuditThing } from "@/lib/domain/audit-line";
import { isPlainDate } from "@/lib/domain/plain-date";
import type { Formats } from "./format";
import { isolated } from "./isolated";

// messages: audit.event.*, audit.field.*, audit.actor.*, audit.gone.*, audit.named, audit.everything

/** A translator of the catalogue `audit`. */
export type AuditTranslator = ReturnType<typeof useTranslations<"audit">>;

/** Who did it, in words. */
export function actorName(t: AuditTranslator, { place, name }: AuditActor): string {
  if (place === "member") return name ?? t("actor.noName");
  if (place === "former" && name) return t("actor.formerNamed", { name });
  return t(`actor.${place}`);
}

/**
 * What it was done to, in words: its title in quotes, or what kind of thing is gone. People have names, not titles. It
 * is set apart from the direction of the sentence, which its quotes belong to.
 */
export function thingName(t: AuditTranslator, { type, title, path }: AuditThing): string {
  if (title !== null) {
    const apart = isolated(title);
    return type === "person" || type === "invitation" ? apart : t("named", { title: apart });
  }
  // A view of one public body is called by it; one of all of them has no name.
  return type === "share" && path !== null ? t("everything") : t(`gone.${type}`);
}

/** The values of an event's sentence, without its tags; days are written out. */
export function sentenceValues(
  t: AuditTranslator,
  formats: Pick<Formats, "date">,
  line: AuditLine,
): Record<string, string | number> {
  const values = Object.entries(line.values).map(([key, value]) => [
    key,
    typeof value === "string" && isPlainDate(value) ? formats.date(value) : value,
  ]);
  return { ...Object.fromEntries(values), name: actorName(t, line.actor), title: thingName(t, line.thing) };
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
