import "server-only";
import { getTranslations } from "next-intl/server";
import { type OwedAddress, type OwedItem, owedQuery } from "@/lib/domain/owed";
import { settings } from "@/lib/env";
import { findOwed } from "@/lib/features/owed/find-owed";
import { type ListColumn, listFile, listFormat } from "./list-file";

const AT_ONCE = 200;

/** What is owed on one side, with its filters, as a file. */
export async function owedList(slug: string, request: Request, address: OwedAddress): Promise<Response> {
  const [t, owed, taxonomy] = await Promise.all([
    getTranslations("lists"),
    getTranslations("owed"),
    getTranslations("taxonomy"),
  ]);
  const badge = ({ kind, state }: OwedItem) =>
    kind === "tell" ? owed(state === "done" ? "badge.told" : "badge.open") : owed(`badge.${state}`);
  const columns: ListColumn<OwedItem>[] = [
    { heading: t("column.what"), width: 16, cell: ({ kind }) => t(`owed.${kind}`) },
    { heading: t("column.title"), width: 50, cell: ({ title }) => title },
    { heading: t("column.words"), width: 50, cell: ({ words }) => words },
    { heading: t("column.body"), width: 32, cell: ({ body }) => body },
    { heading: t("column.madeBy"), width: 32, cell: ({ madeBy }) => madeBy },
    { heading: t("column.state"), width: 14, cell: badge },
    {
      heading: t(address.side === "tell" ? "column.receivedOn" : "column.dueOn"),
      width: 12,
      cell: ({ dueOn }) => (dueOn === null ? null : { day: dueOn }),
    },
    { heading: t("column.source"), width: 24, cell: ({ source }) => source && owed(`source.${source}`) },
    {
      heading: t("column.bodySays"),
      width: 16,
      cell: ({ bodySays }) => bodySays && taxonomy(`bodySays.${bodySays}`),
    },
    {
      heading: t("column.communitySays"),
      width: 16,
      cell: ({ communitySays }) => communitySays && taxonomy(`communitySays.${communitySays}`),
    },
    { heading: t("column.from"), width: 50, cell: ({ parentTitle }) => parentTitle },
    {
      heading: t("column.page"),
      width: 30,
      cell: ({ parent, parentId }) =>
        `${settings().appUrl}/w/${slug}/${parent === "activity" ? "activities" : "consultations"}/${parentId}`,
    },
  ];
  const { side, state, body } = address;
  const asked = { side, state, body: body || null, after: null, before: null, limit: AT_ONCE };
  return listFile(
    slug,
    listFormat(request),
    {
      useCase: findOwed,
      path: `/follow-ups${owedQuery({ side, state, body })}`,
      first: asked,
      next: ({ next }) => (next === null ? null : { ...asked, after: next }),
      rows: ({ items }) => items,
    },
    columns,
    owed(`side.${side}`),
  );
}
