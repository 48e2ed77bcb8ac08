import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { controlClass, Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";

/** Choosing a file. A plain form to a route of its own: files are too big for actions. */
export function UploadForm({
  slug,
  error,
  acknowledge,
}: {
  slug: string;
  error: string | undefined;
  /** The box that takes a file after all whose name may show who a person is. */
  acknowledge: ReactNode;
}) {
  const t = useTranslations("import");
  const hint = (
    <>
      <p>{t("fileHint")}</p>
      <p className="mt-1">{t("personalHint")}</p>
    </>
  );
  const describedBy = error ? "file-description file-error" : "file-description";
  return (
    <form
      action={`/w/${slug}/import/upload`}
      method="post"
      encType="multipart/form-data"
      className="grid max-w-form gap-6"
    >
      <Field name="file" label={t("fileLabel")} hint={hint} error={error}>
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,.zip,text/csv,application/zip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={controlClass(
            error,
            "file:me-4 file:min-h-9 file:rounded-md file:border-0 file:bg-sunken file:px-4 file:font-semibold file:text-ink",
          )}
        />
      </Field>
      {acknowledge}
      <div>
        <SubmitButton pendingLabel={t("uploading")} size="large">
          {t("upload")}
        </SubmitButton>
      </div>
    </form>
  );
}
