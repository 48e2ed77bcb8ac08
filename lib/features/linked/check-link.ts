import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { text } from "@/lib/domain/fields";
import { readLink } from "@/lib/domain/linked/link";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, refused } from "@/lib/domain/result";
import { findRecorded } from "./find-recorded";

/** An address as somebody pasted it. */
export const pastedLink = notWords(text(2000), "an address");

/**
 * Whether a pasted address is worth asking for, before any site is asked. Errors: `not_a_page`, `already_recorded`.
 */
export const checkLink = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ link: pastedLink }) },
  async ({ tx, member, today }, { link: typed }) => {
    if (member.workspace.state !== "active") return refused("link", "read_only");
    const link = readLink(typed);
    if (!link) return refused("link", "not_a_page");
    if (await findRecorded(tx, member, link)) return refused("link", "already_recorded");
    return done({ link, today, userId: member.userId });
  },
);
