import "server-only";
import { randomUUID } from "node:crypto";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { logActivity } from "@/lib/features/activities/log-activity";
import { activityForm, readActivities, sentActivity } from "./activity-resource";

/** Logs an activity for a program. Fails with `conflict` for an id that says something else already. */
export const createActivity = defineUseCase(
  { permission: "record:write", audit: ["activity.logged"], schema: sentActivity },
  async (world, { id = randomUUID(), ...sent }) => {
    const logged = await logActivity.within(world, { ...activityForm(sent), id });
    if (!logged.ok) return logged;
    const [record] = await readActivities(world.tx, world.member, [id]);
    return record && logged.value.outcome !== "differs" ? done(record) : failed("conflict");
  },
);
