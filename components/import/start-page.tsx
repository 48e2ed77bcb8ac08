import { useTranslations } from "next-intl";
import { AcknowledgeIdentifiers } from "@/components/consultation/forms/acknowledge-identifiers";
import { useIdentifierWords } from "@/components/consultation/forms/form-model";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { UPLOAD_CODES, type UploadCode } from "@/lib/domain/import/upload-codes";
import type { ImportSummary } from "@/lib/domain/import/view";
import { ImportList } from "./import-list";
import { UploadForm } from "./upload-form";

type Props = {
  slug: string;
  imports: readonly ImportSummary[];
  /** Why the last file was not taken, and at which of its rows. */
  problem: string | undefined;
  row: number;
  /** What its name may show of a person. */
  kinds: readonly string[];
  discarded: boolean;
};

/** Bringing in a spreadsheet: choose a file; what was brought in before. */
export function StartPage({ slug, imports, problem, row, kinds, discarded }: Props) {
  const t = useTranslations("import");
  const form = useTranslations("form");
  const code: UploadCode | undefined = UPLOAD_CODES.find((known) => known === problem);
  const identifiers = useIdentifierWords();
  const inName = { field: "fileName", code: "personal_identifier", params: { kinds: [...kinds] } };
  const error =
    code === "personal_identifier"
      ? t("uploadError.personal_identifier", { kinds: identifiers(kinds) })
      : code && t(`uploadError.${code}`, { row });
  return (
    <>
      {discarded && !error ? (
        <div className="mb-6">
          <Notice kind="success">{t("discarded")}</Notice>
        </div>
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      {error ? <ErrorSummary title={form("errorTitle")} errors={[{ fieldId: "file", text: error }]} /> : null}
      <UploadForm
        slug={slug}
        error={error}
        acknowledge={
          code === "personal_identifier" ? (
            <AcknowledgeIdentifiers view={{ errors: [inName], values: {} }} />
          ) : null
        }
      />
      <ImportList slug={slug} imports={imports} />
    </>
  );
}
