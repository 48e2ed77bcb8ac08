import "server-only";
import { z } from "zod";
import { activityResource, sentActivity } from "@/lib/features/api/activity-resource";
import { createActivity } from "@/lib/features/api/create-activity";
import { activityQuery, listActivitiesForApi } from "@/lib/features/api/list-activities";
import { operation } from "./operation";

export const listActivitiesOperation = operation({
  id: "listActivities",
  method: "GET",
  path: "/workspaces/{slug}/activities",
  summary: "Activities, latest first",
  needs: "viewer",
  query: {
    kinds: { q: "text", kind: "text", body: "text", limit: "number", cursor: "text" },
    schema: activityQuery,
  },
  answers: { 200: z.strictObject({ items: z.array(activityResource), nextCursor: z.string().nullable() }) },
  useCase: listActivitiesForApi,
  input: ({ query }) => query,
  answer: (body) => ({ status: 200, body }),
});

export const createActivityOperation = operation({
  id: "createActivity",
  method: "POST",
  path: "/workspaces/{slug}/activities",
  summary: "Log an activity",
  needs: "editor",
  body: sentActivity,
  answers: { 201: activityResource },
  useCase: createActivity,
  input: ({ body }) => body,
  answer: (body) => ({ status: 201, body }),
});
