import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { discardImportAction, startImportAction } from "@/lib/features/imports/actions";
import { ImportForm } from "./import-form";

type Props = {
  slug: string;
  id: string;
  /** What saving is called; null where there is nothing to save, which `why` says instead. */
  save: string | null;
  why: string;
  /** What else can be done first. */
  children?: ReactNode;
};

/** The end of a preview: save it, or throw the file away. */
export function SaveOrDiscard({ slug, id, save, why, children }: Props) {
  const t = useTranslations("import");
  return (
    <div className="mb-8 flex flex-wrap items-center gap-3">
      {save === null ? (
        <p className="font-semibold">{why}</p>
      ) : (
        <ImportForm slug={slug} id={id} action={startImportAction}>
          <SubmitButton pendingLabel={t("preview.confirmPending")} size="large">
            {save}
          </SubmitButton>
        </ImportForm>
      )}
      {children}
      <ImportForm slug={slug} id={id} action={discardImportAction}>
        <Button type="submit" variant="quiet">
          {t("match.discard")}
        </Button>
      </ImportForm>
    </div>
  );
}
