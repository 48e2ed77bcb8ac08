import { z } from "zod";
import { choice, recordId, text, wholeNumber } from "./fields";
import { ROLES, type Role } from "./permissions";
import { notWords } from "./privacy/free-text";

/** How many requests a token may make in a minute, on all servers together. */
export const USES_PER_MINUTE = 600;

/** How long a new token works, in days, as the form offers it. */
export const TOKEN_DAYS = ["30", "90", "365"] as const;
/** And as the command makes it. */
export const COMMAND_DAYS = 365;

/** A new token. Its name says what uses it. Only the hash of the token itself comes along. */
export const newToken = z.strictObject({
  id: recordId,
  name: text(100),
  role: choice(ROLES),
  days: wholeNumber(1, 730),
  tokenHash: notWords(z.string().regex(/^[0-9a-f]{64}$/, "wrong_format"), "a hash"),
});

/** Why a token does nothing any more; `maker_left`: whoever made it is no member now. */
export type TokenState = "works" | "revoked" | "expired" | "maker_left";

/** A token as its owners see it. */
export type TokenView = {
  id: string;
  name: string;
  role: Role;
  state: TokenState;
  createdAt: Date;
  madeBy: string | null;
  expiresAt: Date;
  lastUsedAt: Date | null;
};
