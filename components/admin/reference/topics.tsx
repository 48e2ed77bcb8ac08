import { useTranslations } from "next-intl";
import { TextField } from "@/components/consultation/forms/form-fields";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { FormView } from "@/lib/domain/form-view";
import { addTopicAction, renameTopicAction, retireTopicAction } from "@/lib/features/reference/actions";
import { ReferenceForm } from "./reference-form";

const LIST = "/admin/reference/topics";

type Row = { key: string; name: string; nameAr: string; retired: boolean };

/** The topics every organisation is offered. */
export function TopicList({ rows, page, more }: { rows: Row[]; page: number; more: boolean }) {
  const t = useTranslations("platform.reference.topics");
  const common = useTranslations("common");
  const at = (number: number) => (number > 1 ? `${LIST}?page=${number}` : LIST);
  return (
    <>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        action={<ButtonLink href={`${LIST}/new`}>{t("add")}</ButtonLink>}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "name",
            header: t("name"),
            main: true,
            cell: ({ key, name }) => (
              <Link
                href={`${LIST}/${key}`}
                className="inline-flex min-h-11 items-center font-normal text-teal underline-offset-4 hover:underline md:min-h-6"
              >
                <bdi lang="en">{name}</bdi>
              </Link>
            ),
          },
          { key: "nameAr", header: t("nameAr"), cell: ({ nameAr }) => <bdi lang="ar">{nameAr}</bdi> },
          {
            key: "state",
            header: t("state"),
            cell: ({ retired }) => (retired ? <Badge tone="grey">{t("retired")}</Badge> : t("offered")),
          },
        ]}
      />
      <Pagination
        label={common("pages")}
        previous={page > 1 ? { href: at(page - 1), label: common("previousPage") } : undefined}
        next={more ? { href: at(page + 1), label: common("nextPage") } : undefined}
      />
    </>
  );
}

/** What a topic is called in both languages; a new one where there is none yet. */
export function TopicForm({ view, isNew = false }: { view: FormView; isNew?: boolean }) {
  const t = useTranslations("platform.reference.topics");
  const form = { view, labels: { name: t("name"), nameAr: t("nameAr") } };
  return (
    <ReferenceForm
      form={form}
      action={isNew ? addTopicAction : renameTopicAction}
      submit={isNew ? t("add") : t("save")}
      back={{ href: LIST, label: t("back") }}
    >
      <TextField form={form} name="name" hint={isNew ? t("newHint") : t("nameHint")} />
      <TextField form={form} name="nameAr" />
    </ReferenceForm>
  );
}

export function RetireTopic({ topic }: { topic: { key: string; retired: boolean } }) {
  const t = useTranslations("platform.reference.topics");
  return (
    <form action={retireTopicAction} className="mt-10 max-w-form border-t border-line pt-6">
      <input type="hidden" name="key" value={topic.key} />
      <input type="hidden" name="retire" value={topic.retired ? "no" : "yes"} />
      <p className="mb-3 text-ink-2">{topic.retired ? t("backHint") : t("retireHint")}</p>
      <Button type="submit" variant="secondary">
        {topic.retired ? t("bringBack") : t("retire")}
      </Button>
    </form>
  );
}
