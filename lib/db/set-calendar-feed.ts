import "server-only";
import { z } from "zod";
import { tenantClient } from "./clients";

const answer = z.tuple([z.object({ outcome: z.enum(["done", "unchanged", "not_found", "read_only"]) })]);
export type FeedOutcome = z.output<typeof answer>[0]["outcome"];

type Change = {
  /** The feed that is replaced or stopped; null: there was none. */
  instead: string | null;
  /** The new one; null stops it. */
  made: { id: string; tokenHash: string } | null;
};

/**
 * Makes, replaces or stops the calendar address of whoever holds this session. A door of its own, because it is also
 * open to viewers, who change nothing else; the database checks session and membership, and writes it down.
 */
export async function setCalendarFeed(
  sessionHash: string,
  slug: string,
  { instead, made }: Change,
): Promise<FeedOutcome> {
  const [row] = answer.parse(
    await tenantClient().$queryRaw`
      SELECT set_calendar_feed(${sessionHash}, ${slug}, ${instead}::uuid, ${made?.id ?? null}::uuid, ${made?.tokenHash ?? null}) AS outcome`,
  );
  return row.outcome;
}
