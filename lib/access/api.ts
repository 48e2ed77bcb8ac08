import "server-only";
import type { z } from "zod";
import { countFailedUse, type Key, withWorkspaceSql } from "@/lib/db/doors";
import { mayAs, type Role, type Scope } from "@/lib/domain/permissions";
import type { Failure } from "@/lib/domain/result";
import { systemClock } from "@/lib/services/clock";
import { log } from "@/lib/services/log";
import { readJsonBody } from "./api-body";
import { fingerprintOf, isIdempotencyKey, type KeptAnswer, once, type Seen } from "./api-once";
import { API_HEADERS, fieldProblems, type ProblemCode, problem } from "./api-problem";
import { type QueryKinds, readQuery } from "./api-query";
import { hashToken, sessionCookieName } from "./session";
import type { UseCase } from "./use-case";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What came with a request: names of its address, its query as values, and its body. */
export type ApiCall = { params: Record<string, string>; query: Record<string, unknown>; body: unknown };
/** `at`: where a record that was made is found, inside of its organisation. */
export type ApiAnswer = { status: number; body: unknown; at?: string };

/** How an operation is told about: the published description is made from this. */
export type Described = {
  id: string;
  method: Method;
  /** Below `/api/v1`, with `{slug}` and `{id}`. */
  path: string;
  summary: string;
  /** The least a token must be. */
  needs: Role;
  /** How the texts of a query are read, and the schema of what they say. */
  query?: { kinds: QueryKinds; schema: z.ZodObject };
  body?: z.ZodType;
  /** The parts of a form that is sent instead of JSON. */
  form?: z.ZodType;
  /** The type of a success that is a file instead of JSON. */
  file?: string;
  /** The body of each success; null has none. */
  answers: Record<number, z.ZodType | null>;
};

/** One call of the API: a use case, how a request becomes its input, and how its value becomes an answer. */
export type Operation<S extends z.ZodType, T> = Described & {
  useCase: UseCase<S, T>;
  input: (call: ApiCall) => unknown;
  answer: (value: T) => ApiAnswer;
};

export type RouteContext = { params: Promise<Record<string, string>> };
export type Handler = (request: Request, context: RouteContext) => Promise<Response>;

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TOKEN = /^Bearer +([A-Za-z0-9_-]{20,200}) *$/i;
/** How often work is begun anew when the database broke it off for another's sake. */
const TRIES = 4;

/**
 * How this request comes in: with its token, or, to read for a page of ours, with the session's cookie. Null when it
 * brings neither. A slug that can be nobody's fits no door.
 */
export function apiKey(request: Request, slug: string | undefined): Key | null {
  const safe = slug !== undefined && SLUG.test(slug) ? slug : "";
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = TOKEN.exec(authorization)?.[1];
    return token ? { kind: "token", tokenHash: hashToken(token), slug: safe, counts: true } : null;
  }
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (site !== "same-origin" && site !== "none") return null;
  const name = `${sessionCookieName()}=`;
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((one) => one.trim());
  const session = cookies.find((one) => one.startsWith(name))?.slice(name.length);
  return session
    ? { kind: "session", sessionHash: hashToken(decodeURIComponentSafely(session)), slug: safe }
    : null;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A failure of a use case as an answer. */
export function failureAnswer(failure: Failure): Response {
  const { code, errors, retryAfterSeconds = 60 } = failure;
  switch (code) {
    case "signed_out":
      return problem("unauthorized");
    case "second_factor":
      return problem("forbidden");
    case "too_many_requests":
      return problem(code, { headers: { "Retry-After": String(retryAfterSeconds) } });
    case "invalid": {
      const showsPerson = errors.length > 0 && errors.every((one) => one.code === "personal_identifier");
      return problem(showsPerson ? "personal_identifier" : "invalid", { errors: fieldProblems(errors) });
    }
    default:
      return problem(code);
  }
}

/** Whether this key opens the door at all, and may do what `scope` says: null, or what to answer. Counts as a use. */
export async function admit(key: Key, scope: Scope = "record:read"): Promise<Response | null> {
  const outcome = await withWorkspaceSql(key, { wantsWrite: false, timeoutMs: 5000 }, async (_, who) =>
    mayAs(who, scope),
  );
  if (typeof outcome === "boolean") return outcome ? null : problem("forbidden");
  const { outcome: code, ...wait } = outcome;
  return failureAnswer({ ok: false, code, errors: [], ...wait });
}

/** Whether the database broke the work off so that somebody else's could go on: it can be begun anew. */
function brokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return code === "P2034" || code === "40P01" || /deadlock detected|could not serialize/.test(error.message);
}

/** Codes of Prisma, of the network, and of PostgreSQL where it stops, starts, breaks a connection off or has none left. */
const AWAY =
  /^(?:P1001|P1002|P2024|P2028|ECONN(?:REFUSED|RESET)|transaction_timeout|57P0[123]|08\d{3}|53300)$/;
/** What the driver says, without a code, when a connection broke and when all stayed in use. */
const NO_CONNECTION = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/** What a bug or a database that is away is to a program; which of them, only the log knows. */
export function faultAnswer(error: unknown): Response {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const away = AWAY.test(code) || (error instanceof Error && NO_CONNECTION.test(error.message));
  log().error({ fault: error instanceof Error ? error.name : "unknown", code }, "an API request failed");
  return away ? problem("unavailable", { headers: { "Retry-After": "5" } }) : problem("internal");
}

/** An answer that is no problem. */
export function answered({ status, body }: KeptAnswer, headers: Record<string, string> = {}): Response {
  if (body === "") return new Response(null, { status, headers: { ...API_HEADERS, ...headers } });
  return new Response(body, {
    status,
    headers: { ...API_HEADERS, "Content-Type": "application/json", ...headers },
  });
}

async function answerTo<S extends z.ZodType, T>(
  operation: Operation<S, T>,
  request: Request,
  context: RouteContext,
): Promise<Response> {
  const params = await context.params;
  const key = apiKey(request, params.slug);
  if (!key) return problem("unauthorized");
  const turnDown = async (code: ProblemCode) => (await admit(key)) ?? problem(code);
  if (params.id !== undefined && !UUID.test(params.id)) return turnDown("not_found");

  const read = readQuery(new URL(request.url).searchParams, operation.query?.kinds ?? {});
  if (!read.ok) return (await admit(key)) ?? failureAnswer(read);
  let body: unknown;
  if (operation.body) {
    const received = await readJsonBody(request);
    if ("fault" in received) return turnDown(received.fault);
    body = received.value;
  }
  const onceKey = request.method === "GET" ? null : request.headers.get("idempotency-key");
  if (onceKey !== null && !isIdempotencyKey(onceKey)) return turnDown("bad_idempotency_key");

  const now = systemClock();
  const asKept = ({ status, body: shown }: ApiAnswer): KeptAnswer => ({
    status,
    body: shown === null ? "" : JSON.stringify(shown),
  });
  for (let attempt = 1; ; attempt += 1) {
    const seen: Seen[] = [];
    const around =
      onceKey === null
        ? undefined
        : once<T>(
            onceKey,
            fingerprintOf(request, body),
            now,
            (value) => asKept(operation.answer(value)),
            (one) => seen.push(one),
          );
    try {
      const input = operation.input({ params, query: read.value, body });
      const result = await operation.useCase.run(key, input, now, undefined, around);
      if (result.ok) {
        const answer = operation.answer(result.value.value);
        const location = `/api/v1/workspaces/${params.slug}/${answer.at}`;
        return answered(asKept(answer), answer.at === undefined ? {} : { Location: location });
      }
      if (key.kind === "token" && result.code !== "signed_out" && result.code !== "too_many_requests")
        await countFailedUse(key.tokenHash);
      const [earlier] = seen;
      if (earlier === undefined) return failureAnswer(result);
      if (typeof earlier === "string") return problem(earlier, { headers: { "Retry-After": "1" } });
      return answered(earlier, { "Idempotent-Replay": "true" });
    } catch (error) {
      if (attempt >= TRIES || !brokenOff(error)) throw error;
    }
  }
}

/** The adapter of every call of the API: no bug of ours shows its words to a program. */
export function apiRoute<S extends z.ZodType, T>(operation: Operation<S, T>): Handler {
  return async (request, context) => {
    try {
      return await answerTo(operation, request, context);
    } catch (error) {
      return faultAnswer(error);
    }
  };
}

/**
 * A body together with what its address says. Where the body says it too it must say the same: else it is refused like
 * any id that is not there.
 */
export function withPath(body: unknown, path: Record<string, string | undefined>): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const sent = new Map(Object.entries(body));
  const said = Object.entries(path).map(([name, value = ""]) => {
    const own = sent.has(name) ? sent.get(name) : value;
    return [name, typeof own === "string" && own.toLowerCase() === value.toLowerCase() ? value : "another"];
  });
  return { ...body, ...Object.fromEntries(said) };
}

const NOT_THESE = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Handlers = Record<(typeof NOT_THESE)[number], Handler>;

/** The handlers of an address: what is not among them answers 405 and says what is. */
export function apiRoutes(known: Partial<Handlers>): Handlers {
  const allow = Object.keys(known).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const other: Handler = async () =>
    problem("method_not_allowed", { headers: { Allow: [...allow, "OPTIONS"].join(", ") } });
  const { GET = other, POST = other, PUT = other, PATCH = other, DELETE = other } = known;
  return { GET, POST, PUT, PATCH, DELETE };
}
