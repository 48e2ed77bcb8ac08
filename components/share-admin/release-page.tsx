import { useTranslations } from "next-intl";
import { ShareView } from "@/components/share/share-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { FormView } from "@/lib/domain/form-view";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import type { WithheldPlace, WithheldTally } from "@/lib/domain/release/withheld";
import { discardShareAction } from "@/lib/features/shares/actions";
import { ReleaseForm } from "./release-form";
import { ShareSummary, type SummaryOf } from "./share-summary";
import { WithheldList } from "./withheld-list";

type Props = {
  id: string;
  content: SummaryOf;
  again: boolean;
  expired: boolean;
  view: FormView;
  preview: {
    snapshot: Snapshot;
    fingerprint: string;
    withheld: WithheldTally;
    places: WithheldPlace[];
    morePlaces: number;
  } | null;
  workspace: { slug: string; timeZone: string };
};

/** A view before it goes out: what was chosen, what is withheld and why, and exactly what will be seen. */
export function ReleasePage({ id, content, again, expired, view, preview, workspace }: Props) {
  const t = useTranslations("shares.release");
  const form = useTranslations("form");
  const edit = `/w/${workspace.slug}/shares/${id}/edit`;
  const change = (
    <ButtonLink href={edit} variant="secondary">
      {t("change")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t(again ? "titleAgain" : "title")} sub={t("sub")} />
      {view.errors.length > 0 ? (
        <div className="mb-6">
          <Notice
            title={form("errorTitle")}
            action={
              <ButtonLink href="#confirm" variant="secondary">
                {t("toConfirm")}
              </ButtonLink>
            }
          />
        </div>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="grid min-w-0 gap-6 lg:sticky lg:top-4 lg:order-2 lg:max-h-screen lg:overflow-y-auto lg:pb-8">
          <Card title={t("chosen")}>
            <ShareSummary share={content} />
            <div className="mt-4 flex flex-wrap gap-3">
              {change}
              {again ? null : <Discard slug={workspace.slug} id={id} />}
            </div>
          </Card>
          {preview ? (
            <Card title={t("withheld")}>
              <WithheldList {...preview} slug={workspace.slug} />
            </Card>
          ) : null}
          {preview ? (
            <p>
              <ButtonLink href="#confirm" variant="secondary" wide>
                {t("toConfirm")}
              </ButtonLink>
            </p>
          ) : null}
        </div>
        <div className="grid min-w-0 gap-6">
          {expired ? (
            <Notice kind="warning" title={t("expired")} action={change}>
              <p>{t("expiredText")}</p>
            </Notice>
          ) : null}
          {preview && preview.snapshot.replyTo === null ? (
            <Notice
              title={t("noAddress")}
              action={
                <ButtonLink href={`/w/${workspace.slug}/settings`} variant="secondary">
                  {t("toSettings")}
                </ButtonLink>
              }
            >
              <p>{t("noAddressText")}</p>
            </Notice>
          ) : null}
          {preview ? (
            <>
              <section
                aria-labelledby="preview"
                className="min-w-0 rounded-md border-2 border-line-strong border-dashed p-3 md:p-5"
              >
                <h2 id="preview" className="mb-4 text-ink-2">
                  {t("preview")}
                </h2>
                <ShareView snapshot={preview.snapshot} expiresOn={content.expiresOn} />
              </section>
              {expired ? null : (
                <section id="confirm" aria-labelledby="confirm-title" className="grid scroll-mt-4 gap-4">
                  <h2 id="confirm-title" className="text-lg">
                    {t("confirm")}
                  </h2>
                  <ReleaseForm
                    id={id}
                    view={view}
                    fingerprint={preview.fingerprint}
                    again={again}
                    workspace={workspace}
                  />
                </section>
              )}
            </>
          ) : (
            <Notice kind="warning" title={t("tooMuch")} action={change}>
              <p>{t("tooMuchText")}</p>
            </Notice>
          )}
        </div>
      </div>
    </>
  );
}

function Discard({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("shares.release");
  return (
    <form action={discardShareAction}>
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="quiet">
        {t("discard")}
      </Button>
    </form>
  );
}
