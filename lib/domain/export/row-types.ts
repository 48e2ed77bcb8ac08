import { z } from "zod";

// The kinds of value in the rows of an export.

/** Ids of answers that imports wrote are made of a hash, and no UUID of any version. */
export const id = z.guid();
export const words = z.string();
export const number = z.number();
export const yesOrNo = z.boolean();
/** A day, `YYYY-MM-DD`. */
export const day = z.string();
/** A moment as PostgreSQL's JSON has it, or any other ISO text; in an export always in UTC. */
export const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), "not_a_date")
  .transform((text) => new Date(text).toISOString());
export const list = z.array(words);
/** Anything JSON can say. */
export const anything = z.json();

/** When and by whom a record was made and last changed. */
export const authors = {
  createdAt: moment,
  createdBy: id.nullable(),
  updatedAt: moment,
  updatedBy: id.nullable(),
};
