import "server-only";
import { z } from "zod";
import { withPath } from "@/lib/access/api";
import { firstOf } from "@/lib/access/first-of";
import { changedConsultation, sentConsultation } from "@/lib/features/api/consultation-fields";
import { consultationResource, wholeConsultation } from "@/lib/features/api/consultation-resource";
import { getConsultationForApi } from "@/lib/features/api/get-consultation-for-api";
import { consultationQuery, listConsultationsForApi } from "@/lib/features/api/list-consultations";
import { patchConsultation } from "@/lib/features/api/patch-consultation";
import { writeConsultation, writeNewConsultation } from "@/lib/features/api/write-consultation";
import { removeConsultation } from "@/lib/features/consultations/remove-consultation";
import { operation } from "./operation";

export const listConsultationsOperation = operation({
  id: "listConsultations",
  method: "GET",
  path: "/workspaces/{slug}/consultations",
  summary: "Consultations, latest start first",
  needs: "viewer",
  query: {
    kinds: {
      standing: "list",
      flagged: "boolean",
      body: "text",
      topic: "text",
      q: "text",
      asOf: "text",
      limit: "number",
      cursor: "text",
    },
    schema: consultationQuery,
  },
  answers: {
    200: z.strictObject({ items: z.array(consultationResource), nextCursor: z.string().nullable() }),
  },
  useCase: listConsultationsForApi,
  input: ({ query }) => query,
  answer: (body) => ({ status: 200, body }),
});

export const writeConsultationOperation = operation({
  id: "createConsultation",
  method: "POST",
  path: "/workspaces/{slug}/consultations",
  summary: "Log a consultation. A reference that is known changes that record instead, and answers 200",
  needs: "editor",
  body: sentConsultation,
  answers: { 200: wholeConsultation, 201: wholeConsultation },
  useCase: firstOf(writeNewConsultation, writeConsultation),
  input: ({ body }) => body,
  answer: ({ created, record }) => ({
    status: created ? 201 : 200,
    body: record,
    at: `consultations/${record.id}`,
  }),
});

export const getConsultationOperation = operation({
  id: "getConsultation",
  method: "GET",
  path: "/workspaces/{slug}/consultations/{id}",
  summary: "One consultation, with its answers and follow-ups",
  needs: "viewer",
  query: { kinds: { asOf: "text" }, schema: getConsultationForApi.schema.omit({ id: true }) },
  answers: { 200: wholeConsultation },
  useCase: getConsultationForApi,
  input: ({ params, query }) => ({ ...query, id: params.id }),
  answer: (body) => ({ status: 200, body }),
});

export const patchConsultationOperation = operation({
  id: "patchConsultation",
  method: "PATCH",
  path: "/workspaces/{slug}/consultations/{id}",
  summary: "Change some fields of a consultation",
  needs: "editor",
  body: changedConsultation.partial({ id: true }),
  answers: { 200: wholeConsultation },
  useCase: patchConsultation,
  input: ({ params, body }) => withPath(body, { id: params.id }),
  answer: (body) => ({ status: 200, body }),
});

export const deleteConsultationOperation = operation({
  id: "deleteConsultation",
  method: "DELETE",
  path: "/workspaces/{slug}/consultations/{id}",
  summary: "Remove a consultation with all that was recorded of it. Members can undo it for a while",
  needs: "editor",
  answers: { 204: null },
  useCase: removeConsultation,
  input: ({ params }) => ({ id: params.id }),
  answer: () => ({ status: 204, body: null }),
});
