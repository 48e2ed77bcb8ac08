import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { readLink } from "@/lib/domain/linked/link";
import type { PublishedOutcome } from "@/lib/domain/linked/linked-page";
import { todayIn } from "@/lib/domain/plain-date";
import { findIdentifiers } from "@/lib/domain/privacy/find-identifiers";
import { settings } from "@/lib/env";
import type { Way } from "@/lib/services/guarded-fetch";
import { readLinkedPage } from "@/lib/services/linked-page";

/** Pages at a time, once an hour. */
const MOST_PAGES = 30;
/** Milliseconds: no step of a job may take as long as it takes to be thought dead. */
const MOST_TIME = 4 * 60_000;
/** Between two questions, so that no site notices us. */
const PAUSE = 500;

const claims = z.array(
  z.object({
    workspaceId: z.uuid(),
    url: z.string(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
  }),
);
type Claim = z.output<typeof claims>[number];
const made = z.tuple([z.object({ made: z.number() })]);

export type Looked = { looked: number; failed: number; proposed: number };

/** What is proposed: words that may show who a person is stay on their page. */
function proposalOf(outcome: PublishedOutcome | null) {
  if (outcome === null) return null;
  const fingerprint = createHash("sha256").update(JSON.stringify(outcome)).digest("hex").slice(0, 32);
  const summary = outcome.summary && findIdentifiers(outcome.summary).length > 0 ? null : outcome.summary;
  return JSON.stringify({ ...outcome, summary, fingerprint });
}

async function lookAt(
  claim: Claim,
  now: Date,
  way?: Partial<Way>,
): Promise<{ failed: boolean; made: number }> {
  const { workspaceId, url, etag, lastModified } = claim;
  const link = readLink(url);
  // A date of results comes on a page that does not change.
  const known = link?.kind === "govuk" ? { etag, lastModified } : undefined;
  const read = link && (await readLinkedPage(link, todayIn("Europe/London", now), known, way));
  const went = !read?.ok ? "failed" : "unchanged" in read ? "unchanged" : "read";
  const page = read?.ok && "page" in read ? read : null;
  const [row] = made.parse(
    await systemClient().$queryRaw`
      SELECT note_page_look(${workspaceId}::uuid, ${url}, ${now}, ${went}, ${page?.etag ?? null}, ${page?.lastModified ?? null},
        ${page && proposalOf(page.page.outcome)}::jsonb) AS made`,
  );
  return { failed: went === "failed", made: row.made };
}

/**
 * Looks again at the pages of consultations that wait for an answer, and proposes what looks like one: nothing counts
 * before somebody records it. Asks each site in a polite hurry and remembers what it knows already; no transaction is
 * open meanwhile. A page that cannot be read keeps no other one waiting. Does nothing where no site may be asked.
 */
export async function lookAgain(now: Date, way?: Partial<Way>): Promise<Looked> {
  const sums: Looked = { looked: 0, failed: 0, proposed: 0 };
  if (!settings().readLinks && !way) return sums;
  const begun = performance.now();
  const pages = claims.parse(
    await systemClient().$queryRaw`
      SELECT workspace_id AS "workspaceId", url, etag, last_modified AS "lastModified" FROM claim_page_looks(${now}, ${MOST_PAGES}::int)`,
  );
  for (const claim of pages) {
    if (performance.now() - begun > MOST_TIME) break;
    if (sums.looked > 0 && !way) await pause(PAUSE);
    const { failed, made: proposed } = await lookAt(claim, now, way);
    sums.looked += 1;
    sums.failed += failed ? 1 : 0;
    sums.proposed += proposed;
  }
  return sums;
}
