import type { z } from "zod";
import type { Operation } from "@/lib/access/api";

/** Only lets the compiler work out the types of an operation. */
export function operation<S extends z.ZodType, T>(one: Operation<S, T>): Operation<S, T> {
  return one;
}
