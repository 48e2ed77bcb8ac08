import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/import/import-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { getImport } from "@/lib/features/imports/get-import";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function OneImportPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { columns } = await searchParams;
  const path = `/w/${workspace}/import/${id}`;
  const { value, member } = await readPage(getImport, workspace, path, { id, columns: columns === "1" });
  return (
    <WorkspacePage member={member} current="import">
      <ImportPage slug={workspace} view={value} />
    </WorkspacePage>
  );
}
