import { readKind, readLevel, readVoice, readYesNo } from "@/lib/domain/import/choices";
import { type DateOptions, readDate } from "@/lib/domain/import/dates";
import { type ImportField, ruleOf } from "@/lib/domain/import/fields";
import { readLink } from "@/lib/domain/import/links";
import { readNumber } from "@/lib/domain/import/numbers";
import { cleanLine } from "@/lib/domain/import/text";

/**
 * Whether cells below a header can be what `field` holds: at least half of the filled ones read as it.
 * A header alone is not enough ("From" may be a date or a council, "Response" a yes, a date or a link).
 * No filled cell proves nothing and passes.
 */
export function plausible(field: ImportField, cells: readonly string[], options: DateOptions): boolean {
  const filled = cells.map(cleanLine).filter(Boolean);
  if (filled.length === 0) return true;
  return filled.filter((cell) => reads(field, cell, options)).length * 2 >= filled.length;
}

function reads(field: ImportField, cell: string, options: DateOptions): boolean {
  switch (ruleOf(field).type) {
    case "date":
      return isDate(cell, options);
    case "number":
      return "number" in readNumber(cell, {});
    case "yes_no":
      return readYesNo(cell) !== null;
    case "link":
      return "link" in readLink(cell, 2000);
    case "choice":
      return readChoice(field, cell) !== null;
    case "list":
      // Codes such as "CM,EM,GP" are somebody's own short forms, not names.
      return !/^[A-Z0-9]{1,3}(?:[,;| ]+[A-Z0-9]{1,3})*$/.test(cell) && !isNumber(cell);
    default:
      return field === "reference" || !(isDate(cell, options) || isNumber(cell));
  }
}

function readChoice(field: ImportField, cell: string): string | null {
  if (field === "kind") return readKind(cell);
  return field === "voice" ? readVoice(cell) : readLevel(cell);
}

function isDate(cell: string, options: DateOptions): boolean {
  const reading = readDate(cell, "auto", options);
  return "date" in reading || reading.problem !== "not_a_date";
}

function isNumber(cell: string): boolean {
  return "number" in readNumber(cell, {});
}
