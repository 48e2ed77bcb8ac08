import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReleasePage } from "@/components/share-admin/release-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { previewShare } from "@/lib/features/shares/preview-share";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shares.release"))("title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function ReleaseSharePage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/shares/${id}/release`;
  const { value, member } = await readPage(previewShare, workspace, path, { id });
  const { share, ...rest } = value;
  return (
    <WorkspacePage member={member} current="views">
      <ReleasePage
        {...rest}
        id={id}
        content={{ ...share.content, bodyName: share.bodyName }}
        again={share.releasedAt !== null}
        workspace={member.workspace}
      />
    </WorkspacePage>
  );
}
