import { z } from "zod";
import { choice, text, wholeNumber } from "./fields";
import { ROLES } from "./permissions";
import { notWords } from "./privacy/free-text";

/** How many requests a token may make in a minute, on all servers together. */
export const USES_PER_MINUTE = 600;

/** How long a new token works, in days, as the form offers it. */
export const TOKEN_DAYS = [30, 90, 365] as const;
/** And as the command makes it. */
export const COMMAND_DAYS = 365;

/** A new token. Its name says what uses it. */
export const newToken = z.strictObject({
  name: text(100),
  role: choice(ROLES),
  days: notWords(wholeNumber(1, 730), "a number"),
});
