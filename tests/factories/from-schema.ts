import fc from "fast-check";

// Requests made up from the published description: mostly as it says, and some as nobody would send them.

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
};

/** Values that no field wants. */
export function nonsense(strings: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom(...strings),
    fc.constantFrom<unknown>(
      "\u0000",
      "\ud800",
      "\udfff x",
      "\ufeff",
      "=cmd|' /C calc'!A0",
      "x".repeat(30_000),
    ),
    fc.constantFrom<unknown>(null, true, -1, 0, 1.005, 1e21, 2 ** 53, -(2 ** 31) - 1, Number.MAX_VALUE, 1e-9),
    fc.constantFrom<unknown>(
      {},
      [],
      [[]],
      [null],
      { a: { b: { c: [] } } },
      { toString: 1, valueOf: null },
      { toJSON: 1, length: -1 },
      "0000-00-00",
      "2026-02-30",
      "9999-12-31",
    ),
    fc.string({ unit: "binary", maxLength: 50 }),
    fc.object({ maxDepth: 3, maxKeys: 4 }),
  );
}

const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });

function text({ format, maxLength = 100 }: Schema): fc.Arbitrary<unknown> {
  if (format === "date") return day.map((date) => date.toISOString().slice(0, 10));
  if (format === "uuid") return fc.uuid();
  return fc.oneof(
    fc.string({ minLength: 1, maxLength: Math.min(maxLength, 60) }),
    fc.constantFrom("Housing", "Riverside Council", "https://example.org/a", "A plan"),
  );
}

/** What fits a schema. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type })));
  const { minimum: min = -1000, maximum: max = 1000 } = schema;
  switch (schema.type) {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, part]) => [name, fitting(part)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
    }
    case "array":
      return fc.array(fitting(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case "integer":
      return fc.integer({ min, max: Math.min(max, 5000) });
    case "number":
      return fc.integer({ min: min * 4, max: Math.min(max, 5000) * 4 }).map((quarters) => quarters / 4);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return text(schema);
  }
}

/** The same with a field or two that do not fit, or that nobody knows. */
export function spoilt(schema: Schema, strings: readonly string[]): fc.Arbitrary<unknown> {
  const names = [...Object.keys(schema.properties ?? {}), "colour", "__proto__", "constructor", ""];
  const wrong = fc.array(fc.tuple(fc.constantFrom(...names), nonsense(strings)), {
    minLength: 1,
    maxLength: 2,
  });
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fitting(schema), wrong)
        .map(([body, more]) => ({ ...(body as object), ...Object.fromEntries(more) })),
    },
    { weight: 1, arbitrary: nonsense(strings) },
  );
}
