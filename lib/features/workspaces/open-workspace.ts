import "server-only";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { workspaceName } from "@/lib/domain/workspace-slug";
import { slugWasUsed } from "./slug-was-used";

const input = z.strictObject({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "not_a_slug"),
  name: workspaceName,
  ownerEmail: z.string().trim().toLowerCase().pipe(z.email("not_an_email")),
});

/**
 * Opens a workspace with its first owner, whose account is made when it is not there yet.
 * Refused codes: slug `not_a_slug`, `already_used` or `used_before` (by one that was erased), name `required` or `too_long`, ownerEmail `not_an_email`.
 */
export async function openWorkspace(
  raw: z.input<typeof input>,
): Promise<Result<{ slug: string; ownerEmail: string }>> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) {
    return failed(
      "invalid",
      parsed.error.issues.map((issue) => ({ field: issue.path.join("."), code: issue.message })),
    );
  }
  const { slug, name, ownerEmail } = parsed.data;
  return systemClient().$transaction(async (tx) => {
    const used = await slugWasUsed(tx, slug);
    if (used) return refused("slug", used);
    const owner = await tx.user.upsert({
      where: { email: ownerEmail },
      update: {},
      create: { email: ownerEmail },
    });
    const workspace = await tx.workspace.create({ data: { slug, name } });
    await tx.membership.create({ data: { workspaceId: workspace.id, userId: owner.id, role: "owner" } });
    await tx.platformEvent.create({ data: { kind: "workspace.opened", workspaceId: workspace.id } });
    return done({ slug, ownerEmail });
  });
}
