import "server-only";
import { getTranslations } from "next-intl/server";
import { type BodyFigures, type BodyOrder, hoursOf } from "@/lib/domain/measures";
import { settings } from "@/lib/env";
import { findBodies } from "@/lib/features/public-bodies/find-bodies";
import { type ListColumn, listFile, listFormat } from "./list-file";

/** The list of public bodies with their figures, in its order, as a file. */
export async function bodyList(slug: string, request: Request, order: BodyOrder): Promise<Response> {
  const [t, taxonomy] = await Promise.all([getTranslations("lists"), getTranslations("taxonomy")]);
  const columns: ListColumn<BodyFigures>[] = [
    { heading: t("column.body"), width: 40, cell: ({ name }) => name },
    { heading: t("column.kind"), width: 18, cell: ({ kind }) => taxonomy(`bodyKind.${kind}`) },
    { heading: t("column.consultations"), width: 14, cell: ({ consultations }) => consultations },
    { heading: t("column.hoursGiven"), width: 14, cell: ({ minutes }) => hoursOf(minutes) },
    { heading: t("column.hoursNone"), width: 18, cell: ({ flaggedMinutes }) => hoursOf(flaggedMinutes) },
    { heading: t("column.answersDue"), width: 14, cell: ({ answersDue }) => answersDue },
    { heading: t("column.answered"), width: 14, cell: ({ answered }) => answered },
    { heading: t("column.promisesDue"), width: 14, cell: ({ promisesDue }) => promisesDue },
    { heading: t("column.promisesKept"), width: 14, cell: ({ promisesKept }) => promisesKept },
    { heading: t("column.page"), width: 30, cell: ({ id }) => `${settings().appUrl}/w/${slug}/bodies/${id}` },
  ];
  return listFile(
    slug,
    listFormat(request),
    {
      useCase: findBodies,
      path: order === "name" ? "/bodies" : `/bodies?order=${order}`,
      first: { order, page: 1 },
      next: ({ page, more }) => (more ? { order, page: page + 1 } : null),
      rows: ({ rows }) => rows,
    },
    columns,
    t("name.bodies"),
  );
}
