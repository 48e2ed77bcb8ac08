import "server-only";
import { z } from "zod";
import type { Described } from "@/lib/access/api";
import { PROBLEMS, type ProblemCode, problemBody } from "@/lib/access/api-problem";
import { optionalDate, plainDate } from "@/lib/domain/fields";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { OPERATIONS } from "./operations/all";

type Json = Record<string, unknown>;
const PROBLEM = { $ref: "#/components/schemas/Problem" };

/** A schema as the description shows it: of what is sent ("input") or answered ("output"). */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...shown } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: made }) => {
      if (zodSchema === plainDate || zodSchema === optionalDate.unwrap()) made.format = "date";
      // A text is tidied before it is measured: its length stands behind.
      if (zodSchema._zod.def.type === "pipe" && io === "input") {
        const { maxLength } = z.toJSONSchema(zodSchema._zod.def.out, { unrepresentable: "any" });
        if (maxLength !== undefined) made.maxLength = maxLength;
      }
      // What computers can hold exactly is no rule of ours.
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      // A format says it in a word.
      if (made.format === "uuid" || made.format === "date") delete made.pattern;
    },
  });
  return shown;
}

function parametersOf({ path, query, method }: Described): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "id" ? { type: "string", format: "uuid" } : { type: "string" },
  }));
  const shown = query ? jsonSchema(query.schema, "input") : {};
  const properties = z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .catch({})
    .parse(shown.properties);
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema,
    ...(schema.type === "array" && { explode: false }),
  }));
  const once = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "The same key with the same request gets the same answer for 24 hours.",
    schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" },
  };
  return [...inPath, ...inQuery, ...(method === "GET" ? [] : [once])];
}

/** The problems a call can answer with. */
export function problemsOf({ method, needs, body, form, query }: Described): ProblemCode[] {
  const codes: ProblemCode[] = ["unauthorized", "not_found", "too_many_requests", "internal", "unavailable"];
  if (needs !== "viewer") codes.push("forbidden");
  if (query || body || form) codes.push("invalid");
  if (method !== "GET")
    codes.push("bad_idempotency_key", "idempotency_key_reused", "in_progress", "conflict", "read_only");
  if (body || form) codes.push("too_large", "unsupported_media_type", "personal_identifier");
  if (body) codes.push("malformed_json", "not_utf8", "duplicate_key", "too_deep");
  if (form) codes.push("malformed_form");
  return codes;
}

/** What is sent, with the acknowledgement that every text may need. */
function sentSchema(body: z.ZodType): Json {
  const shown = jsonSchema(body, "input");
  const properties = z.record(z.string(), z.unknown()).catch({}).parse(shown.properties);
  const acknowledge = {
    type: "boolean",
    description:
      "Saves texts although they may show who a person is. It is noted who did, not what they say.",
  };
  return { ...shown, properties: { ...properties, [ACKNOWLEDGE_FIELD]: acknowledge } };
}

function described(operation: Described): Json {
  const { id, summary, needs, body, form, answers, file = "application/json" } = operation;
  const content = body
    ? { "application/json": { schema: sentSchema(body) } }
    : form && { "multipart/form-data": { schema: jsonSchema(form, "input") } };
  const good = Object.entries(answers).map(([status, schema]) => [
    status,
    schema
      ? {
          description: "Done",
          content: { [file]: { schema: jsonSchema(schema, "output") } },
        }
      : { description: "Done" },
  ]);
  const codes = problemsOf(operation);
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code][0]))].sort();
  const bad = statuses.map((status) => [
    String(status),
    {
      description: codes.filter((code) => PROBLEMS[code][0] === status).join(", "),
      content: { "application/problem+json": { schema: PROBLEM } },
    },
  ]);
  return {
    operationId: id,
    summary,
    description: `Needs a token of the role ${needs} or more.`,
    parameters: parametersOf(operation),
    ...(content && { requestBody: { required: true, content } }),
    responses: Object.fromEntries([...good, ...bad]),
    security: [{ token: [] }, ...(operation.method === "GET" ? [{ session: [] }] : [])],
  };
}

function build(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    };
  return {
    openapi: "3.1.0",
    info: {
      title: "Followthrough",
      version: "1",
      description:
        "The record of every consultation, kept by the side that was asked. JSON in camelCase, dates as YYYY-MM-DD, errors as RFC 9457 problem details. Unknown fields are refused.",
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemBody, "output") },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token of one organisation and one role." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "session",
          description: "To read, from our own pages.",
        },
      },
    },
  };
}

let made: Json | undefined;

/** The description of the API, OpenAPI 3.1, made from the schemas that requests and answers are held against. */
export function openApi(): Json {
  made ??= build();
  return made;
}
