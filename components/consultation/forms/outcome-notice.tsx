import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { restoreRecordAction } from "@/lib/features/trash/actions";

const DONE = [
  "logged",
  "revised",
  "removed",
  "restored",
  "response_recorded",
  "response_revised",
  "response_removed",
  "follow_up_recorded",
  "follow_up_revised",
  "follow_up_removed",
  "extension_recorded",
  "extension_revised",
  "extension_removed",
  "reasons_accepted",
  "reasons_withdrawn",
  "cancelled",
  "reinstated",
  "activity_logged",
  "activity_removed",
  "file_added",
  "file_removed",
  "told",
  "told_withdrawn",
] as const;
const PROBLEMS = [
  "reference_taken",
  "consultation_gone",
  "activity_gone",
  "owner_gone",
  "already_back",
  "conflict",
  "read_only",
] as const;

type Query = Readonly<Record<string, string | string[] | undefined>>;

function known<const T extends string>(keys: readonly T[], value: Query[string]): T | undefined {
  return keys.find((key) => key === value);
}

/**
 * What the last action did, read from the address of the page it led to (`?done=…&undo=…` or `?problem=…`).
 * @param page the page's own path inside the workspace, where a failed undo comes back to
 */
export function OutcomeNotice({ query, slug, page }: { query: Query; slug: string; page: string }) {
  const t = useTranslations("outcome");
  const common = useTranslations("common");
  const problem = known(PROBLEMS, query.problem);
  if (problem) return <Notice kind="warning">{t(`problem.${problem}`)}</Notice>;
  const finished = known(DONE, query.done);
  if (!finished) return null;
  const undo = typeof query.undo === "string" ? query.undo : null;
  return (
    <Notice
      kind="success"
      action={
        undo ? (
          <form action={restoreRecordAction}>
            <input type="hidden" name="_workspace" value={slug} />
            <input type="hidden" name="_from" value={page} />
            <input type="hidden" name="trashId" value={undo} />
            <Button type="submit" variant="quiet">
              {common("undo")}
            </Button>
          </form>
        ) : undefined
      }
    >
      {t(`done.${finished}`)}
    </Notice>
  );
}
