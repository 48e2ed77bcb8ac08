import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { readLink } from "@/lib/domain/linked/link";
import { done } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { findRecorded } from "./find-recorded";

/** The form an address is pasted into; where its page is in the record already, that record. */
export const openLinkForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    const form = formKeys.newLink;
    const draft = await findDraft(tx, member, form);
    const link = readLink(draft?.values.link?.[0] ?? "");
    return done({
      view: formView({ form, fresh: { id: [randomUUID()] }, draft }),
      recorded: link && draft?.errors.length ? await findRecorded(tx, member, link) : null,
    });
  },
);
