import { randomUUID } from "node:crypto";
import { type TypedValues, toInput } from "@/lib/access/form-data";

/** The long form as somebody filled it in: the few fields that are needed, and what is given. */
export function consultationForm(typed: TypedValues = {}): TypedValues & { id: string[] } {
  return {
    id: [randomUUID()],
    publicBody: ["Northfield Council"],
    title: ["Housing plan"],
    startsOn: ["4 March 2026"],
    endsOn: ["30/4/2026"],
    topics: ["Housing", ""],
    sessions: ["1"],
    ...typed,
  };
}

/** What a form sends, as its use case gets it. */
export function sent(typed: TypedValues): Record<string, unknown> {
  return toInput(typed);
}
