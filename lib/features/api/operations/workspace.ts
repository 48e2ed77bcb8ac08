import "server-only";
import { getSummaryForApi, summaryResource } from "@/lib/features/api/get-summary-for-api";
import { getWorkspaceForApi } from "@/lib/features/api/get-workspace-for-api";
import { patchWorkspace } from "@/lib/features/api/patch-workspace";
import { changedWorkspace, workspaceResource } from "@/lib/features/api/workspace-resource";
import { operation } from "./operation";

export const getWorkspaceOperation = operation({
  id: "getWorkspace",
  method: "GET",
  path: "/workspaces/{slug}",
  summary: "The organisation",
  needs: "viewer",
  answers: { 200: workspaceResource },
  useCase: getWorkspaceForApi,
  input: () => ({}),
  answer: (body) => ({ status: 200, body }),
});

export const patchWorkspaceOperation = operation({
  id: "patchWorkspace",
  method: "PATCH",
  path: "/workspaces/{slug}",
  summary: "Change the organisation's settings",
  needs: "owner",
  body: changedWorkspace,
  answers: { 200: workspaceResource },
  useCase: patchWorkspace,
  input: ({ body }) => body,
  answer: (body) => ({ status: 200, body }),
});

export const getSummaryOperation = operation({
  id: "getSummary",
  method: "GET",
  path: "/workspaces/{slug}/summary",
  summary: "The whole record added up. asOf moves only the clock: facts dated after it still count",
  needs: "viewer",
  query: { kinds: { asOf: "text" }, schema: getSummaryForApi.schema },
  answers: { 200: summaryResource },
  useCase: getSummaryForApi,
  input: ({ query }) => query,
  answer: (body) => ({ status: 200, body }),
});
