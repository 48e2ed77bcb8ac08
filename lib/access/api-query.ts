import { done, failed, type Result } from "@/lib/domain/result";

/** What the text of a query stands for. A list may be given several times, or with commas. */
export type QueryKinds = Record<string, "text" | "number" | "boolean" | "list">;

/** The values of a query. What is no number and no yes or no stays text, for the schema to say so. */
export function readQuery(query: URLSearchParams, kinds: QueryKinds): Result<Record<string, unknown>> {
  const names = [...new Set(query.keys())];
  const wrong = names.flatMap((field) => {
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
    if (kind === undefined) return [{ field: field.toWellFormed().slice(0, 100), code: "unknown_field" }];
    return kind !== "list" && query.getAll(field).length > 1 ? [{ field, code: "given_twice" }] : [];
  });
  if (wrong.length > 0) return failed("invalid", wrong);
  return done(
    Object.fromEntries(
      names.map((name) => {
        const text = query.get(name) ?? "";
        switch (kinds[name]) {
          case "number":
            return [name, /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : text];
          case "boolean":
            return [name, text === "true" ? true : text === "false" ? false : text];
          case "list":
            return [name, query.getAll(name).flatMap((one) => one.split(",").filter(Boolean))];
          default:
            return [name, text];
        }
      }),
    ),
  );
}
