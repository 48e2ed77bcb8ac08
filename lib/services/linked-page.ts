import "server-only";
import { readCitizenSpace } from "@/lib/domain/linked/citizen-space";
import { readGovuk } from "@/lib/domain/linked/govuk";
import type { Link } from "@/lib/domain/linked/link";
import type { LinkedPage } from "@/lib/domain/linked/linked-page";
import type { PlainDate } from "@/lib/domain/plain-date";
import { buildOf, settings } from "@/lib/env";
import { type FetchFault, fetchJson, type Validators, type Way } from "./guarded-fetch";

export type ReadPage =
  | ({ ok: true; page: LinkedPage } & Validators)
  | { ok: true; unchanged: true }
  | { ok: false; fault: FetchFault };

/** Asks the site for what its page says. Never inside of a transaction. `known`: the version that was read last. */
export async function readLinkedPage(
  link: Link,
  today: PlainDate,
  known?: Validators,
  way?: Partial<Way>,
): Promise<ReadPage> {
  const answer = await fetchJson(
    {
      url: link.api,
      userAgent: `Followthrough/${buildOf().version} (+${settings().appUrl})`,
      // A site of the government sends nobody elsewhere; Citizen Space moves between names of one council.
      ...(link.kind === "govuk" && { allowHost: (host: string) => host === "www.gov.uk" }),
      ...(known && { known }),
    },
    way,
  );
  if (!answer.ok || "unchanged" in answer) return answer;
  const { body, etag, lastModified } = answer;
  const page = link.kind === "govuk" ? readGovuk(body) : readCitizenSpace(body, today);
  return page === null ? { ok: false, fault: "not_readable" } : { ok: true, page, etag, lastModified };
}
