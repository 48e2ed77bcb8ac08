import { z } from "zod";
import { findIdentifiers, type IdentifierOptions } from "./find-identifiers";
import type { IdentifierKind } from "./identifier";

/** What may stand in a text of people's own words. */
export type TextNature = IdentifierOptions & {
  /** Kinds that this field's ordinary content looks like. */
  except?: readonly IdentifierKind[];
};

// Every text of a schema counts as people's own words unless it is registered here as something else: a new field
// that nobody thought about is checked.
const natures = z.registry<TextNature | { notWords: string }>();

/** A text that says where something takes place: a postcode belongs there. */
export function venue<S extends z.ZodType>(schema: S): S {
  natures.add(schema, { venue: true });
  return schema;
}

/**
 * The organisation's or a source's own key. Codes and bare numbers are expected in it: were they held back, a whole
 * register keyed like passports could not be brought in.
 */
export function sourceKey<S extends z.ZodType>(schema: S): S {
  natures.add(schema, {
    except: ["nhs_number", "passport", "brp", "evisa_share_code", "home_office_reference", "uan", "postcode"],
  });
  return schema;
}

/** A text that is no words of people's own, and why: a date, a key of ours, a name that is kept for itself. */
export function notWords<S extends z.ZodType>(schema: S, why: string): S {
  natures.add(schema, { notWords: why });
  return schema;
}

/** What identifies somebody, and in which field. `text` is for comparing only: it is never shown, logged or kept. */
export type FoundIdentifier = { field: string; kind: IdentifierKind; text: string };

/** A text of the given value. `field` is its path; entries of a list of texts share the list's. */
export type FreeText = { field: string; text: string; nature: TextNature };

/** Formats whose texts are no words. An e-mail address as such is asked for by a field of that format. */
const PLAIN_FORMATS = new Set(["uuid", "guid", "date", "datetime", "time", "email"]);

/**
 * The texts in `value`, a value that `schema` gave or one that it refused, which are people's own words.
 * A part of a schema that cannot be looked into counts as words.
 */
export function freeTexts(schema: z.core.$ZodType, value: unknown): FreeText[] {
  return read(schema, value, "", {});
}

/** What identifies a person in the free texts of `value`, each once. */
export function identifiersIn(schema: z.core.$ZodType, value: unknown): FoundIdentifier[] {
  const found = freeTexts(schema, value).flatMap(({ field, text, nature }) =>
    findIdentifiers(text, nature)
      .filter(({ kind }) => !nature.except?.includes(kind))
      .map(({ kind, start, end }) => ({ field, kind, text: text.slice(start, end) })),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function read(schema: z.core.$ZodType, value: unknown, field: string, inherited: TextNature): FreeText[] {
  if (value === null || value === undefined) return [];
  const own = natures.get(schema as z.ZodType) ?? inherited;
  if ("notWords" in own) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, part]) =>
        isObject(value) ? read(part, value[name], field ? `${field}.${name}` : name, own) : [],
      );
    case "array": {
      const entries = Array.isArray(value) ? value : [value];
      const path = (index: number) => (entries.some(isObject) ? `${field}.${index}` : field);
      return entries.flatMap((entry, index) => read(def.element, entry, path(index), own));
    }
    case "nullable":
    case "optional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return read(def.innerType, value, field, own);
    case "pipe":
      return read(isTransform(def.out) ? def.in : def.out, value, field, own);
    case "union":
      return def.options.flatMap((option) => read(option, value, field, own));
    case "intersection":
      return [...read(def.left, value, field, own), ...read(def.right, value, field, own)];
    case "lazy":
      return read(def.getter(), value, field, own);
    case "string": {
      const format = "format" in def ? String(def.format) : "";
      return PLAIN_FORMATS.has(format) ? [] : strings(value, field, own);
    }
    case "enum":
    case "literal":
    case "number":
    case "boolean":
    case "bigint":
    case "date":
    case "null":
    case "undefined":
    case "void":
    case "never":
      return [];
    default:
      return strings(value, field, own);
  }
}

function isTransform(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === "transform";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strings(value: unknown, field: string, nature: TextNature): FreeText[] {
  if (typeof value === "string") return [{ field, text: value, nature }];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((part) => strings(part, field, nature));
}
