import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShareDetails } from "@/components/share-admin/share-details";
import { ShareNotice } from "@/components/share-admin/share-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { getShare } from "@/lib/features/shares/get-share";
import { waitingAddress } from "@/lib/features/shares/new-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shares.details"))("title") };
}

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

export default async function SharePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/shares/${id}`;
  const waiting = await waitingAddress();
  const { value, member } = await readPage(getShare, workspace, path, {
    id,
    tokenHash: waiting?.tokenHash ?? null,
  });
  const { share, addressIsNew, released } = value;
  // A draft has nothing to show yet but itself.
  if (!released) redirect(`${path}/release`);
  return (
    <WorkspacePage member={member} current="views">
      <ShareNotice done={(await searchParams).done} />
      <ShareDetails
        {...released}
        id={id}
        content={{ ...share.content, bodyName: share.bodyName }}
        address={addressIsNew ? waiting : null}
        workspace={member.workspace}
      />
    </WorkspacePage>
  );
}
