import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BodyList } from "@/components/public-body/body-list";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { readOrder } from "@/lib/domain/measures";
import { findBodies } from "@/lib/features/public-bodies/find-bodies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public-body"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function BodiesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const input = { order: readOrder(query.order), page: Number(query.page ?? 1) };
  const { value, member } = await readPage(findBodies, workspace, `/w/${workspace}/bodies`, input);
  return (
    <WorkspacePage member={member} current="bodies">
      <BodyList slug={workspace} {...value} />
    </WorkspacePage>
  );
}
