import { useTranslations } from "next-intl";
import { FileList } from "@/components/attachment/file-list";
import { OwedBadge } from "@/components/owed/owed-badge";
import { useOwedWords } from "@/components/owed/owed-words";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { ActivityPromise } from "@/lib/domain/activity-record";
import type { AttachedFile } from "@/lib/domain/attached-file";
import type { PlainDate } from "@/lib/domain/plain-date";

type Props = {
  promises: readonly ActivityPromise[];
  today: PlainDate;
  /** The activity's own path for somebody who may change it; null for anybody else. */
  path: string | null;
  /** Of the promises; `slug` is the workspace's part of their addresses. */
  files: readonly AttachedFile[];
  slug: string;
};

/** What was promised at an activity, each with where it stands and what both sides say. */
export function ActivityPromises({ promises, today, path, files, slug }: Props) {
  const t = useTranslations("activity");
  const file = useTranslations("attachment");
  const words = useOwedWords();
  return (
    <>
      {promises.length === 0 ? <p className="text-ink-2">{t("noPromises")}</p> : null}
      <ul className="divide-y divide-line">
        {promises.map((promise) => {
          const source = promise.dueGiven ? words.givenBy(promise.owner) : "benchmark";
          return (
            <li key={promise.id} className="grid gap-1 py-3">
              <div>
                <OwedBadge state={promise.state} />
              </div>
              <h3 dir="auto" className="page-side font-semibold wrap-anywhere">
                {promise.title}
              </h3>
              {promise.promisedWords ? (
                <blockquote dir="auto" className="max-w-measure border-line border-s-4 ps-3 wrap-anywhere">
                  {promise.promisedWords}
                </blockquote>
              ) : null}
              <p className="text-sm text-ink-2">
                {words.about({ ...promise, joint: promise.owner === "joint", source: null }).join(" · ")}
              </p>
              <p className="text-sm">{words.due({ ...promise, source }, today)}</p>
              <p className="text-sm text-ink-2">
                {words.sides({ ...promise, ours: promise.owner === "us" }).join(" · ")}
              </p>
              <FileList
                files={files.filter(({ of }) => of === promise.id)}
                slug={slug}
                mayWrite={path !== null}
              />
              {path ? (
                <p className="flex flex-wrap gap-x-6">
                  <Link
                    href={`${path}/promise/${promise.id}`}
                    aria-label={t("changePromiseFull", { title: promise.title })}
                    className={LINK}
                  >
                    {t("changePromise")}
                  </Link>
                  <Link
                    href={`${path}/files/new?about=follow_up+${promise.id}`}
                    aria-label={file("addTo", { title: promise.title })}
                    className={LINK}
                  >
                    {file("add")}
                  </Link>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      {path ? (
        <div className="mt-3">
          <ButtonLink href={`${path}/promise`} variant="secondary" icon="plus">
            {t("addPromise")}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}

const LINK = "inline-flex min-h-11 items-center text-teal underline underline-offset-4";
