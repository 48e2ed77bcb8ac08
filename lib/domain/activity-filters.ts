import { z } from "zod";
import { readCursor } from "./consultation-filters";
import { choice, optionalDate, optionalText, wholeNumber } from "./fields";
import { ACTIVITY_KINDS } from "./taxonomy";

const cursor = z
  .string()
  .transform((text, ctx) => {
    const read = readCursor(text);
    if (!read) ctx.addIssue({ code: "custom", message: "bad_cursor" });
    return read;
  })
  .nullable();

/** Which activities a list shows, and which page of it. Everything may be missing. */
export const activityFilters = z.strictObject({
  /** Words of the title, the place or the public body; all of them must be there. */
  q: optionalText(200).default(null),
  kind: choice(ACTIVITY_KINDS).nullable().default(null),
  /** Whose event it was, and whose officials came: by id or by name. */
  body: optionalText(300).default(null),
  fromOn: optionalDate.default(null),
  untilOn: optionalDate.default(null),
  after: cursor.default(null),
  before: cursor.default(null),
  limit: wholeNumber(1, 200).default(25),
});
