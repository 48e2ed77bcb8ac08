import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { FormView } from "@/lib/domain/form-view";
import { bringBodyBackAction } from "@/lib/features/reference/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { DirectoryBodyForm } from "./body-forms";

type Other = { id: string; name: string };
type Props = {
  entry: {
    id: string;
    name: string;
    current: boolean;
    endedOn: string | null;
    merged: Other | null;
    successor: Other | null;
    tookOver: Other[];
  };
  view: FormView;
};

const path = (id: string) => `/admin/reference/bodies/${encodeURIComponent(id)}`;

/** One entry of the directory: what it is called, where it came from, where it went. */
export function BodyEntry({ entry, view }: Props) {
  const t = useTranslations("platform.reference.entry");
  const formats = useFormats();
  const { id, name, merged, successor, endedOn, tookOver, current } = entry;
  if (merged) {
    return (
      <>
        <PageHeader title={<bdi>{name}</bdi>} />
        <Notice>
          {t("merged")} <EntryLink other={merged} />
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader title={<bdi>{name}</bdi>} />
      <div className="mb-6 grid gap-3">
        {endedOn ? (
          <Notice>
            {t("ended", { date: formats.date(endedOn) })}{" "}
            {successor ? (
              <>
                {t("followed")} <EntryLink other={successor} />
              </>
            ) : null}
          </Notice>
        ) : current ? null : (
          <Notice>{t("unlisted")}</Notice>
        )}
        {tookOver.map((other) => (
          <p key={other.id}>
            {t("tookOver")} <EntryLink other={other} />
          </p>
        ))}
      </div>
      <DirectoryBodyForm view={view} />
      <section aria-labelledby="more" className="mt-10 max-w-form border-t border-line pt-6">
        <h2 id="more" className="text-lg">
          {t("more")}
        </h2>
        <p className="mt-1 text-ink-2">{t("moreHint")}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink href={`${path(id)}/merge`} variant="secondary">
            {t("merge")}
          </ButtonLink>
          {endedOn || !current ? (
            <form action={bringBodyBackAction}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" variant="secondary">
                {t("back")}
              </Button>
            </form>
          ) : (
            <ButtonLink href={`${path(id)}/end`} variant="secondary">
              {t("end")}
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  );
}

function EntryLink({ other }: { other: Other }) {
  return (
    <Link href={path(other.id)} className="text-teal underline underline-offset-4">
      <bdi>{other.name}</bdi>
    </Link>
  );
}
