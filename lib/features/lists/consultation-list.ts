import "server-only";
import { getTranslations } from "next-intl/server";
import { type ListAddress, listQuery, toFilters } from "@/lib/domain/consultation-address";
import { settings } from "@/lib/env";
import type { ConsultationResource } from "@/lib/features/api/consultation-resource";
import { findWholeConsultations } from "./find-whole-consultations";
import { type ListColumn, listFile, listFormat } from "./list-file";

const AT_ONCE = 200;
const day = (on: string | null) => (on === null ? null : { day: on });

/** The list of consultations with its filters as a file. */
export async function consultationList(
  slug: string,
  request: Request,
  address: ListAddress,
): Promise<Response> {
  const [t, standing, taxonomy] = await Promise.all([
    getTranslations("lists"),
    getTranslations("standing.label"),
    getTranslations("taxonomy"),
  ]);
  const columns: ListColumn<ConsultationResource>[] = [
    { heading: t("column.reference"), width: 16, cell: ({ reference }) => reference },
    { heading: t("column.title"), width: 50, cell: ({ title }) => title },
    { heading: t("column.askedBy"), width: 32, cell: ({ publicBody }) => publicBody },
    { heading: t("column.otherBodies"), width: 24, cell: ({ otherBodies }) => otherBodies.join("; ") },
    { heading: t("column.standing"), width: 24, cell: (row) => standing(row.standing) },
    { heading: t("column.kind"), width: 18, cell: ({ kind }) => kind && taxonomy(`kind.${kind}`) },
    { heading: t("column.topics"), width: 24, cell: ({ topics }) => topics.join("; ") },
    { heading: t("column.askedOn"), width: 12, cell: ({ askedOn }) => day(askedOn) },
    { heading: t("column.startsOn"), width: 12, cell: ({ startsOn }) => day(startsOn) },
    { heading: t("column.endsOn"), width: 12, cell: ({ endsOn }) => day(endsOn) },
    { heading: t("column.answerDueOn"), width: 12, cell: ({ answerDueOn }) => day(answerDueOn) },
    { heading: t("column.participants"), width: 12, cell: ({ participants }) => participants },
    { heading: t("column.hoursAsked"), width: 12, cell: ({ hoursAsked }) => hoursAsked },
    { heading: t("column.purpose"), width: 50, cell: ({ purpose }) => purpose },
    { heading: t("column.sourceUrl"), width: 30, cell: ({ sourceUrl }) => sourceUrl },
    {
      heading: t("column.page"),
      width: 30,
      cell: ({ id }) => `${settings().appUrl}/w/${slug}/consultations/${id}`,
    },
  ];
  const asked = { ...toFilters({ ...address, after: null, before: null }), limit: AT_ONCE };
  return listFile(
    slug,
    listFormat(request),
    {
      useCase: findWholeConsultations,
      path: `/consultations${listQuery(address.filters)}`,
      first: asked,
      next: ({ next }) => (next === null ? null : { ...asked, after: next }),
      rows: ({ rows }) => rows,
    },
    columns,
    t("name.consultations"),
  );
}
