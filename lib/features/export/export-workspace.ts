import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { findAttachedFiles } from "./attached-files";

/** Milliseconds for reading everything, at the pace at which it is taken. Then the download breaks off. */
const LONGEST = 10 * 60 * 1000;
/** Seconds after which it is worth trying again while somebody else takes everything out. */
const TRY_AGAIN = 30;

const locked = z.tuple([z.object({ free: z.boolean() })]);

/**
 * Opens the one transaction in which everything is read: each file shows the record as it was at its beginning, however
 * long the download takes. Whoever runs it reads within `around.after`. One at a time for each organisation, whichever
 * server it came to: `too_many_requests`.
 */
export const exportWorkspace = defineUseCase(
  {
    permission: "settings:manage",
    audit: "none",
    schema: z.strictObject({}),
    timeoutMs: LONGEST,
    snapshot: true,
  },
  async ({ tx, member, now, today }) => {
    const [{ free }] = locked.parse(
      await tx.$queryRaw`
        SELECT pg_try_advisory_xact_lock(hashtextextended('export ' || ${member.workspace.id}, 0)) AS free`,
    );
    if (!free) return { ...failed("too_many_requests"), retryAfterSeconds: TRY_AGAIN };
    await tx.$queryRaw`SELECT set_config('app.export_on', ${today}, true)`;
    const { id, slug, name } = member.workspace;
    return done({ workspaceId: id, slug, name, today, now, attached: await findAttachedFiles(tx, id) });
  },
);
