import "server-only";
import { z } from "zod";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";
import type { FieldError } from "@/lib/domain/result";
import { settings } from "@/lib/env";

/** Everything that can be wrong with a request, by its stable code (RFC 9457). */
export const PROBLEMS = {
  bad_idempotency_key: [400, "An Idempotency-Key has 1 to 255 visible ASCII characters."],
  duplicate_key: [400, "An object of the body names the same field twice."],
  malformed_form: [400, "The form did not arrive whole, or is no form."],
  malformed_json: [400, "The body is not JSON."],
  not_utf8: [400, "The body is not UTF-8."],
  too_deep: [400, "The body is nested too deeply."],
  unauthorized: [401, "This needs a token that is valid."],
  forbidden: [403, "The role of this token does not allow this."],
  not_found: [404, "There is nothing here for this token."],
  method_not_allowed: [405, "This address does not know this method."],
  conflict: [409, "Somebody else changed this in the meantime, or it says something else already."],
  in_progress: [409, "A request with this Idempotency-Key is still being worked on."],
  read_only: [409, "Nothing can be changed in this organisation at present."],
  too_large: [413, "The body is too large."],
  unsupported_media_type: [415, "The body is of a type that is not understood here."],
  idempotency_key_reused: [422, "This Idempotency-Key was used for another request."],
  invalid: [422, "Some fields cannot be taken as they are."],
  personal_identifier: [422, "Some texts may show who a person is."],
  too_many_requests: [429, "Too many requests."],
  internal: [500, "Something went wrong on our side."],
  unavailable: [503, "The service is not available at present."],
} as const satisfies Record<string, readonly [status: number, title: string]>;
export type ProblemCode = keyof typeof PROBLEMS;

const fieldProblem = z.strictObject({
  field: z.string().describe("The field, by its path; empty for the body as a whole."),
  code: z.string().describe("What is wrong with it."),
  kind: z.enum(IDENTIFIER_KINDS).optional().describe("What a text may show of a person."),
  limit: z.number().optional().describe("The least or the most there may be."),
  row: z.number().optional().describe("The row of a sheet."),
});

/** The body of every answer that is no success. */
export const problemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  errors: z.array(fieldProblem).optional(),
});
type FieldProblem = z.output<typeof fieldProblem>;

/** Of every answer: nothing is kept on the way, and nothing in it is ever taken for a page. */
export const API_HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
};

/** An answer in problem+json. */
export function problem(
  code: ProblemCode,
  {
    errors,
    detail,
    headers,
  }: { errors?: FieldProblem[]; detail?: string; headers?: Record<string, string> } = {},
): Response {
  const [status, title] = PROBLEMS[code];
  const body: z.output<typeof problemBody> = {
    type: `${settings().appUrl}/api/docs#${code}`,
    title,
    status,
    code,
    ...(detail && { detail }),
    ...(errors && { errors }),
  };
  const answer = new Response(JSON.stringify(body), {
    status,
    headers: { ...API_HEADERS, "Content-Type": "application/problem+json", ...headers },
  });
  if (status === 401) answer.headers.set("WWW-Authenticate", 'Bearer realm="followthrough"');
  return answer;
}

/** What is wrong with the fields, as a program reads it: one entry for each kind of identifier, never the text. */
export function fieldProblems(errors: readonly FieldError[]): FieldProblem[] {
  return errors.flatMap(({ field, code, params = {} }) => {
    const kinds = Array.isArray(params.kinds) ? params.kinds : null;
    if (kinds) return z.array(fieldProblem).parse(kinds.map((kind) => ({ field, code, kind })));
    const { limit, row } = params;
    return [
      { field, code, ...(typeof limit === "number" && { limit }), ...(typeof row === "number" && { row }) },
    ];
  });
}
