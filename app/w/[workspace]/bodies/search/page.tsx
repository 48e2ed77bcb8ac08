import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BodySearch } from "@/components/public-body/body-search";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { readSearch } from "@/lib/domain/public-body";
import { searchBodies } from "@/lib/features/public-bodies/search-bodies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public-body"))("find.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function BodySearchPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const q = readSearch((await searchParams).q);
  const path = `/w/${workspace}/bodies/search${q ? `?${new URLSearchParams({ q })}` : ""}`;
  const { value, member } = await readPage(searchBodies, workspace, path, { q });
  return (
    <WorkspacePage member={member} current="bodies">
      <BodySearch slug={workspace} q={q} hits={value} />
    </WorkspacePage>
  );
}
