import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { makeFeedAction, stopFeedAction } from "@/lib/features/calendar/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { NewFeed } from "./new-feed";

type Props = {
  workspace: { slug: string; timeZone: string };
  mayHave: boolean;
  feed: { id: string; createdAt: Date; lastUsedAt: Date | null } | null;
  /** The whole address that was just made; it is shown this once. */
  address: string | null;
  /** Of the address this page's form makes. */
  newId: string;
  done?: string | undefined;
  problem?: string | undefined;
};

/** A member's own calendar address: made, shown once, replaced and stopped. */
export function CalendarSettings({ workspace, mayHave, feed, address, newId, done, problem }: Props) {
  const t = useTranslations("calendar");
  const { slug } = workspace;
  return (
    <>
      <div className="mb-4 grid gap-4 empty:hidden">
        {done === "stopped" && !feed ? <Notice kind="success">{t("done.stopped")}</Notice> : null}
        {problem === "read_only" ? <Notice kind="warning">{t("readOnly")}</Notice> : null}
      </div>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        eyebrow={
          <Link
            href={`/w/${slug}/follow-ups`}
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {t("back")}
          </Link>
        }
      />
      <div className="grid max-w-form gap-6">
        {address ? <NewFeed slug={slug} address={address} /> : null}
        {mayHave ? (
          <OwnFeed workspace={workspace} feed={feed} newId={newId} />
        ) : (
          <Notice>{t("support")}</Notice>
        )}
        <section aria-labelledby="seen">
          <h2 id="seen" className="text-lg">
            {t("what.title")}
          </h2>
          <div className="mt-2 grid max-w-measure gap-3">
            <p>{t("what.text")}</p>
            <p>{t("what.never")}</p>
            <p>{t("what.which")}</p>
          </div>
        </section>
      </div>
    </>
  );
}

function OwnFeed({ workspace, feed, newId }: Pick<Props, "workspace" | "feed" | "newId">) {
  const t = useTranslations("calendar");
  const formats = useFormats();
  const at = (moment: Date) => formats.moment(moment, workspace.timeZone);
  const hidden = (
    <>
      <input type="hidden" name="_workspace" value={workspace.slug} />
      <input type="hidden" name="instead" value={feed?.id ?? "none"} />
      <input type="hidden" name="id" value={newId} />
    </>
  );
  if (!feed)
    return (
      <Card title={t("none.title")}>
        <p className="max-w-measure">{t("none.text")}</p>
        <form action={makeFeedAction} className="mt-4">
          {hidden}
          <Button type="submit">{t("none.make")}</Button>
        </form>
      </Card>
    );
  return (
    <Card title={t("has.title")}>
      <p>{t("has.made", { at: at(feed.createdAt) })}</p>
      <p>{feed.lastUsedAt ? t("has.used", { at: at(feed.lastUsedAt) }) : t("has.never")}</p>
      <p className="mt-3 max-w-measure">
        {t("has.ends")} {t("has.again")}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={makeFeedAction}>
          {hidden}
          <Button type="submit" variant="secondary">
            {t("has.replace")}
          </Button>
        </form>
        <form action={stopFeedAction}>
          {hidden}
          <Button type="submit" variant="danger">
            {t("has.stop")}
          </Button>
        </form>
      </div>
    </Card>
  );
}
