import "server-only";
import { z } from "zod";
import { PROBLEMS } from "@/lib/access/api-problem";
import { openApi } from "./open-api";

const schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  get anyOf() {
    return z.array(schema).optional();
  },
  get items() {
    return schema.optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  required: z.array(z.string()).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  description: z.string().optional(),
});
type Schema = z.output<typeof schema>;

const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.string(), description: z.string().optional(), schema }),
  ),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: z.record(z.string(), z.object({ schema })).optional() }),
  ),
});
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** One field as a reader sees it. */
export type ApiField = { name: string; type: string; needed: boolean; note: string };
export type ApiCallDoc = {
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: string;
  parameters: ApiField[];
  sent: { type: string; fields: ApiField[] } | null;
  answers: { status: string; words: string; fields: ApiField[] }[];
};

/** The kind of value a schema takes, in a few words. */
function typeOf(one: Schema): string {
  if (one.enum) return one.enum.map(String).join(" | ");
  if (one.anyOf) return one.anyOf.map(typeOf).join(" | ");
  if (one.items) return `list of ${typeOf(one.items)}`;
  if (one.properties) return `{ ${Object.keys(one.properties).join(", ")} }`;
  const type = [one.type ?? "anything"].flat().join(" | ");
  return one.format ? type.replace("string", one.format) : type;
}

function noteOf({ description, maxLength, minimum, maximum }: Schema): string {
  const limits = [
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
  ];
  return [description, ...limits].filter(Boolean).join(" · ");
}

function fieldsOf({ properties = {}, required = [] }: Schema): ApiField[] {
  return Object.entries(properties).map(([name, one]) => ({
    name,
    type: typeOf(one),
    needed: required.includes(name),
    note: noteOf(one),
  }));
}

/** The published description as a page shows it: every call, and every problem. */
export function readDescription(): {
  calls: ApiCallDoc[];
  problems: { code: string; status: number; title: string }[];
} {
  const { paths } = document.parse(openApi());
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): ApiCallDoc => {
      const [body] = Object.entries(one.requestBody?.content ?? {});
      return {
        id: one.operationId,
        method: method.toUpperCase(),
        path: `/api/v1${path}`,
        summary: one.summary,
        needs: one.description,
        parameters: one.parameters.map(({ name, schema: shape, in: place, description }) => ({
          name,
          type: typeOf(shape),
          needed: place === "path",
          note: [place === "header" ? "header" : "", description].filter(Boolean).join(" · "),
        })),
        sent: body ? { type: body[0], fields: fieldsOf(body[1].schema) } : null,
        answers: Object.entries(one.responses).map(([status, { description, content = {} }]) => ({
          status,
          words: description,
          fields: Number(status) < 300 ? fieldsOf(Object.values(content)[0]?.schema ?? {}) : [],
        })),
      };
    }),
  );
  const problems = Object.entries(PROBLEMS).map(([code, [status, title]]) => ({ code, status, title }));
  return { calls, problems };
}
