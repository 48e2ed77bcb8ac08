import { z } from "zod";
import { choice, optionalText } from "./fields";
import { CAME_FIRST, PAID_FOR } from "./taxonomy";

/** What to ask a public body before saying yes. Every answer may stay open. */
export const beforeYouAgree = {
  whatCanChange: optionalText(5000),
  /** And when. */
  whoDecides: optionalText(2000),
  resourcesBehind: optionalText(5000),
  /** When and how people will hear back. */
  hearBack: optionalText(2000),
  paidFor: z.array(choice(PAID_FOR)).max(PAID_FOR.length, "too_many"),
  /** Whether they came to one of our events before they asked us to theirs. */
  cameFirst: choice(CAME_FIRST).nullable(),
};
