import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { readLink } from "@/lib/domain/linked/link";
import { filledValues, linkedPage } from "@/lib/domain/linked/linked-page";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, refused } from "@/lib/domain/result";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { pastedLink } from "./check-link";
import { findRecorded } from "./find-recorded";

const FAULTS = [
  "links_off",
  "too_many_links",
  "page_not_public",
  "page_unreachable",
  "page_too_slow",
  "page_too_big",
  "page_not_found",
  "page_refused",
  "page_not_readable",
] as const;

const pageAsText = z.string().transform((text, ctx) => {
  try {
    return linkedPage.parse(JSON.parse(text));
  } catch {
    ctx.addIssue({ code: "custom", message: "page_not_readable" });
    return null;
  }
});

/**
 * Starts the long form with what a page says, as a draft of whoever pasted its address: nothing of the record changes
 * before they look at it and save it. From then on the page is looked at again for an answer. Errors: `not_a_page`,
 * `already_recorded`, and why the page could not be read.
 */
export const fillFromLink = defineUseCase(
  {
    permission: "record:write",
    audit: [],
    schema: z.strictObject({
      id: recordId,
      link: pastedLink,
      page: notWords(pageAsText, "what a page says: checked when it is saved").optional(),
      fault: z.enum(FAULTS).optional(),
    }),
  },
  async ({ tx, member, now, nothingChanged }, { id, link: typed, page, fault }) => {
    const link = readLink(typed);
    if (!link) return refused("link", "not_a_page");
    if (await findRecorded(tx, member, link)) return refused("link", "already_recorded");
    if (fault || !page) return refused("link", fault ?? "page_unreachable");
    const workspaceId = member.workspace.id;
    const key = { workspaceId, userId: member.userId, form: formKeys.newConsultationOf(id) };
    const values = { id: [id], sessions: ["1"], ...filledValues(page, link.page) };
    const payload = { values, errors: [], code: "filled" };
    await tx.draft.upsert({
      where: { workspaceId_userId_form: key },
      create: { ...key, payload, updatedAt: now },
      update: { payload, updatedAt: now },
    });
    await tx.pageLook.createMany({
      data: [{ workspaceId, url: link.page, createdAt: now, nextLookAt: now }],
      skipDuplicates: true,
    });
    nothingChanged();
    return done({ id, kind: link.kind });
  },
);
