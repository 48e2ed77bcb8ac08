import "server-only";
import { withPath } from "@/lib/access/api";
import { extensionResource } from "@/lib/features/api/consultation-resource";
import { createExtension, sentExtension } from "@/lib/features/api/create-extension";
import { createFollowUp, sentFollowUp } from "@/lib/features/api/create-follow-up";
import { createResponse, sentResponse } from "@/lib/features/api/create-response";
import { followUpResource } from "@/lib/features/api/follow-up-resource";
import { changedFollowUp, patchFollowUp } from "@/lib/features/api/patch-follow-up";
import { responseResource } from "@/lib/features/api/response-resource";
import { operation } from "./operation";

export const createResponseOperation = operation({
  id: "createResponse",
  method: "POST",
  path: "/workspaces/{slug}/consultations/{id}/responses",
  summary: "Record what the body answered",
  needs: "editor",
  body: sentResponse.partial({ consultationId: true }),
  answers: { 201: responseResource },
  useCase: createResponse,
  input: ({ params, body }) => withPath(body, { consultationId: params.id }),
  answer: (body) => ({ status: 201, body }),
});

export const createFollowUpOperation = operation({
  id: "createFollowUp",
  method: "POST",
  path: "/workspaces/{slug}/consultations/{id}/follow-ups",
  summary: "Record a follow-up: the body's promise, ours, or one of both",
  needs: "editor",
  body: sentFollowUp.partial({ consultationId: true }),
  answers: { 201: followUpResource },
  useCase: createFollowUp,
  input: ({ params, body }) => withPath(body, { consultationId: params.id }),
  answer: (body) => ({ status: 201, body, at: `follow-ups/${body.id}` }),
});

export const createExtensionOperation = operation({
  id: "createExtension",
  method: "POST",
  path: "/workspaces/{slug}/consultations/{id}/extensions",
  summary: "Record a new answer date that both sides agreed. The one agreed last counts",
  needs: "editor",
  body: sentExtension.partial({ consultationId: true }),
  answers: { 201: extensionResource },
  useCase: createExtension,
  input: ({ params, body }) => withPath(body, { consultationId: params.id }),
  answer: (body) => ({ status: 201, body }),
});

export const patchFollowUpOperation = operation({
  id: "patchFollowUp",
  method: "PATCH",
  path: "/workspaces/{slug}/follow-ups/{id}",
  summary: "Change some fields of a follow-up. A due date that is moved stays visible, with the reason",
  needs: "editor",
  body: changedFollowUp.partial({ id: true }),
  answers: { 200: followUpResource },
  useCase: patchFollowUp,
  input: ({ params, body }) => withPath(body, { id: params.id }),
  answer: (body) => ({ status: 200, body }),
});
