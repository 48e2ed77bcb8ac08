import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { optionalText, recordId } from "@/lib/domain/fields";
import { newFollowUp } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { revisePromise } from "@/lib/features/activities/revise-promise";
import { loadFollowUp } from "@/lib/features/follow-ups/follow-up-content";
import { reviseFollowUp } from "@/lib/features/follow-ups/revise-follow-up";

const { shape } = newFollowUp;

/** What is to change of a follow-up. `moveReason`: why its due date is moved. */
export const changedFollowUp = z.strictObject({
  id: recordId,
  owner: shape.owner.removeDefault().optional(),
  waitingOn: shape.waitingOn.removeDefault().optional(),
  publicBody: shape.publicBody.removeDefault().optional(),
  title: shape.title.optional(),
  promisedWords: shape.promisedWords.removeDefault().optional(),
  basis: shape.basis.removeDefault().optional(),
  madeByRole: shape.madeByRole.removeDefault().optional(),
  madeOn: shape.madeOn.removeDefault().optional(),
  dueOn: shape.dueOn.removeDefault().optional(),
  bodySays: shape.bodySays.removeDefault().optional(),
  doneOn: shape.doneOn.removeDefault().optional(),
  communitySays: shape.communitySays.removeDefault().optional(),
  evidenceUrl: shape.evidenceUrl.removeDefault().optional(),
  moveReason: optionalText(1000).optional(),
});

/**
 * Changes what a program sends of a follow-up, of a consultation or an activity. A date that is moved without a
 * reason says which token moved it.
 */
export const patchFollowUp = defineUseCase(
  {
    permission: "record:write",
    audit: ["follow_up.revised", "activity_promise.revised"],
    schema: changedFollowUp,
    before: async (tx, member, { id }) => (await loadFollowUp(tx, member, id))?.content,
  },
  async (world, { id, moveReason, ...given }) => {
    const { tx, member } = world;
    const before = await loadFollowUp(tx, member, id);
    if (!before) return failed("not_found");
    const { version, content, activityId } = before;
    const input = {
      ...content,
      ...given,
      id,
      version,
      moveReason: moveReason ?? `API: ${member.token?.name ?? ""}`,
    };
    const revised =
      activityId === null
        ? await reviseFollowUp.within(world, input)
        : await revisePromise.within(world, input);
    if (!revised.ok) return revised;
    const saved = await loadFollowUp(tx, member, id);
    return saved ? done({ id, ...saved.content }) : failed("not_found");
  },
);
