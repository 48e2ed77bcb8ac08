import "server-only";
import { getTranslations } from "next-intl/server";
import { type ActivityAddress, activityQuery, toActivityFilters } from "@/lib/domain/activity-address";
import type { ActivityRow } from "@/lib/domain/activity-record";
import { settings } from "@/lib/env";
import { findActivities } from "@/lib/features/activities/find-activities";
import { type ListColumn, listFile, listFormat } from "./list-file";

const AT_ONCE = 200;

/** The list of activities with its filters as a file. */
export async function activityList(
  slug: string,
  request: Request,
  address: ActivityAddress,
): Promise<Response> {
  const [t, taxonomy] = await Promise.all([getTranslations("lists"), getTranslations("taxonomy")]);
  const columns: ListColumn<ActivityRow>[] = [
    { heading: t("column.title"), width: 50, cell: ({ title }) => title },
    {
      heading: t("column.kind"),
      width: 24,
      cell: ({ kind, ownKind }) => ownKind ?? taxonomy(`activityKind.${kind}`),
    },
    { heading: t("column.whose"), width: 16, cell: ({ whose }) => taxonomy(`eventOwner.${whose}`) },
    { heading: t("column.body"), width: 32, cell: ({ body }) => body },
    { heading: t("column.startsOn"), width: 12, cell: ({ startsOn }) => ({ day: startsOn }) },
    {
      heading: t("column.endsOn"),
      width: 12,
      cell: ({ endsOn }) => (endsOn === null ? null : { day: endsOn }),
    },
    { heading: t("column.people"), width: 12, cell: ({ people }) => people },
    { heading: t("column.officials"), width: 12, cell: ({ officials }) => officials },
    { heading: t("column.promises"), width: 12, cell: ({ promises }) => promises },
    {
      heading: t("column.page"),
      width: 30,
      cell: ({ id }) => `${settings().appUrl}/w/${slug}/activities/${id}`,
    },
  ];
  const asked = { ...toActivityFilters({ ...address, after: null, before: null }), limit: AT_ONCE };
  return listFile(
    slug,
    listFormat(request),
    {
      useCase: findActivities,
      path: `/activities${activityQuery(address.filters)}`,
      first: asked,
      next: ({ next }) => (next === null ? null : { ...asked, after: next }),
      rows: ({ rows }) => rows,
    },
    columns,
    t("name.activities"),
  );
}
