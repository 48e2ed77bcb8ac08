import { z } from "zod";

/** A date of an answer: `YYYY-MM-DD`. */
export const date = z.iso.date();
export const maybeDate = date.nullable();
