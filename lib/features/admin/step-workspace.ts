import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { tellWorkspace } from "@/lib/db/tell-workspace";
import { done, failed, refused } from "@/lib/domain/result";
import type { LifeEvent, LifeStep } from "@/lib/domain/workspace-life";
import { LIFE_STEPS } from "@/lib/domain/workspace-life";
import { workspaceSlug } from "@/lib/domain/workspace-slug";
import { mailOwners } from "@/lib/features/members/mail-owners";
import { takeStep } from "@/lib/features/workspaces/take-step";

const LONGEST_NOTE = 1000;

const schema = z.strictObject({
  slug: workspaceSlug,
  step: z.enum(LIFE_STEPS, "unknown_choice"),
  /** The address, typed again. */
  confirmSlug: z.string("required").trim().toLowerCase().min(1, "required"),
  /** What the owners should know; said to them in a mail, and kept nowhere else. */
  note: z.string().trim().max(LONGEST_NOTE, "too_long").nullish(),
});

type StepEvent = Exclude<LifeEvent, { kind: "workspace.invited" | "workspace.erased" }>;
type Stepped = { id: string; eraseOn: string | null };

function eventOf(step: LifeStep, { id, eraseOn }: Stepped): StepEvent {
  const about = { workspaceId: id, detail: {} };
  switch (step) {
    case "suspend":
      return { kind: "workspace.suspended", ...about };
    case "resume":
      return { kind: "workspace.resumed", ...about };
    case "close":
      return { kind: "workspace.closing", workspaceId: id, detail: { eraseOn: eraseOn ?? "" } };
    case "keep":
      return { kind: "workspace.kept", ...about };
    case "erase":
      return { kind: "workspace.erasing", ...about };
  }
}

/** The same in the organisation's own audit. */
async function tell(tx: Tx, step: LifeStep, { id, eraseOn }: Stepped, adminId: string): Promise<void> {
  const say = (event: Parameters<typeof tellWorkspace>[3]) => tellWorkspace(tx, id, adminId, event);
  const about = { subjectId: id, detail: {} };
  switch (step) {
    case "suspend":
      return say({ kind: "platform.suspended", ...about });
    case "resume":
      return say({ kind: "platform.resumed", ...about });
    case "close":
      return say({ kind: "platform.closing", subjectId: id, detail: { eraseOn: eraseOn ?? "" } });
    case "keep":
      return say({ kind: "platform.kept", ...about });
    case "erase":
      return say({ kind: "platform.erasing", ...about });
  }
}

/** Of an erasure the owners are told when it is done. */
async function mail(tx: Tx, step: LifeStep, workspaceId: string, note: string | null): Promise<void> {
  const params = { workspaceId };
  switch (step) {
    case "suspend":
      return mailOwners(tx, workspaceId, { kind: "workspace_suspended", params: { ...params, note } });
    case "resume":
      return mailOwners(tx, workspaceId, { kind: "workspace_resumed", params });
    case "close":
      return mailOwners(tx, workspaceId, { kind: "workspace_closing", params: { ...params, note } });
    case "keep":
      return mailOwners(tx, workspaceId, { kind: "workspace_kept", params });
    case "erase":
      return;
  }
}

/**
 * Suspends a workspace, resumes it, closes it, stops the closing, or has it erased at once. Errors: `confirmSlug`
 * `not_the_slug`; `step` `does_not_fit` when its state is another by now, or no owner asked for the erasure.
 */
export const stepWorkspace = defineAdminUseCase(
  {
    audit: [
      "workspace.suspended",
      "workspace.resumed",
      "workspace.closing",
      "workspace.kept",
      "workspace.erasing",
    ],
    schema,
    confirm: "fresh",
    // Changes that are being made just now are waited for.
    timeoutMs: 60_000,
  },
  async ({ tx, admin, now, record }, { slug, step, confirmSlug, note }) => {
    const workspace = await tx.workspace.findUnique({ where: { slug }, select: { id: true } });
    if (!workspace) return failed("not_found");
    if (confirmSlug !== slug) return refused("confirmSlug", "not_the_slug");
    const outcome = await takeStep(tx, workspace.id, step, now);
    if (outcome === "not_found") return failed("not_found");
    if (outcome === "conflict") return refused("step", "does_not_fit");
    const { eraseOn } = await tx.workspace.findUniqueOrThrow({
      where: { slug },
      select: { eraseOn: true },
    });
    const stepped = { id: workspace.id, eraseOn: fromDb(eraseOn) };
    await record(eventOf(step, stepped));
    await tell(tx, step, stepped, admin.userId);
    await mail(tx, step, workspace.id, note || null);
    return done({ slug, step });
  },
);
