import "server-only";
import { createHash } from "node:crypto";
import { readJson } from "@/lib/access/api-json";
import { fieldErrors } from "@/lib/access/field-errors";
import { kindsByField } from "@/lib/access/identifiers";
import { BROUGHT_ROWS } from "@/lib/domain/export/brought-rows";
import { BROUGHT_IN } from "@/lib/domain/export/files";
import { toDraft } from "@/lib/domain/export/to-draft";
import { excerpt } from "@/lib/domain/import/text";
import { identifiersIn } from "@/lib/domain/privacy/free-text";

type Reading = {
  row_no: number;
  refusals?: { field: string; code: string; value: string; kind?: string }[];
  draft?: object;
  reference?: string;
  row_key?: string;
  fingerprint?: string;
};

const refusal = (field: string, code: string, value = "") => ({ field, code, value });

/** What is written in the field a problem is about, to find it again. */
function valueAt(row: unknown, field: string): string {
  const found = field
    .split(".")
    .reduce<unknown>(
      (part, name) =>
        typeof part === "object" && part !== null
          ? Object.entries(part).find(([own]) => own === name)?.[1]
          : undefined,
      row,
    );
  if (found === undefined || found === null || typeof found === "object") return "";
  return excerpt(String(found));
}

/**
 * A line of an export as it is kept once read, by the rules of the forms. `cells`: the file, the line's number, the line.
 * Refusals: those of the forms, `not_readable` for what is no JSON, `personal_identifier` for texts that may show who a
 * person is, whoever acknowledged them where the export came from.
 */
export function readExportRow(row: number, cells: readonly string[], identifiersAccepted: boolean): Reading {
  const [name, , line = ""] = cells;
  const file = BROUGHT_IN.find((one) => one === name);
  const read = readJson(line);
  if (!file || "fault" in read) return { row_no: row, refusals: [refusal("row", "not_readable")] };
  const schema = BROUGHT_ROWS[file];
  const parsed = schema.safeParse(read.value);
  if (!parsed.success)
    return {
      row_no: row,
      refusals: fieldErrors(parsed.error).map(({ field, code }) =>
        refusal(field || "row", code, valueAt(read.value, field)),
      ),
    };
  const found = identifiersAccepted ? [] : kindsByField(identifiersIn(schema, parsed.data));
  if (found.length > 0)
    return {
      row_no: row,
      refusals: found.flatMap(({ field, kinds }) =>
        kinds.map((kind) => ({ ...refusal(field, "personal_identifier"), kind })),
      ),
    };
  const { key, draft } = toDraft(file, parsed.data);
  const fingerprint = createHash("sha256").update(JSON.stringify(draft)).digest("base64url");
  return { row_no: row, draft, reference: key, row_key: key, fingerprint };
}
