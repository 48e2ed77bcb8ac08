import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { fingerprint, makeRelease } from "./make-release";
import { loadShare } from "./share-content";

/** How many withheld texts are named one by one. */
const MOST_PLACES = 50;

/**
 * A view as it would go out today, what is withheld of the record and why, and the form that releases it. `preview` is
 * null when there is more than one view can hold. "not_found" for one that is stopped.
 */
export const previewShare = defineUseCase(
  {
    permission: "shares:manage",
    audit: "none",
    schema: z.strictObject({ id: recordId }),
    timeoutMs: 20_000,
  },
  async ({ tx, member, today }, { id }) => {
    if (member.workspace.state !== "active") return failed("not_found");
    const share = await loadShare(tx, member, id);
    if (!share || share.stoppedAt) return failed("not_found");
    const release = await makeRelease((query) => tx.$queryRaw(query), member.workspace.id, share, {
      today,
      checkedOn: today,
    });
    const form = formKeys.release(id);
    const view = formView({
      form,
      fresh: { id: [id], checkedOn: [today] },
      draft: await findDraft(tx, member, form),
      saved: { version: share.version, by: await saverName(tx, share.updatedBy), at: share.updatedAt },
    });
    return done({
      today,
      share,
      expired: share.content.expiresOn < today,
      view,
      preview: release && {
        snapshot: release.snapshot,
        fingerprint: fingerprint(release.snapshot),
        withheld: release.withheld,
        places: release.places.slice(0, MOST_PLACES),
        morePlaces: Math.max(0, release.places.length - MOST_PLACES),
      },
    });
  },
);
