import { z } from "zod";
import { RESPONSE_KINDS } from "@/lib/domain/taxonomy";
import { maybeDate } from "./dates";

/** What a body answered, as programs read it. */
export const responseResource = z.strictObject({
  id: z.uuid(),
  kind: z.enum(RESPONSE_KINDS),
  receivedOn: maybeDate,
  summary: z.string().nullable(),
  sourceUrl: z.string().nullable(),
});
