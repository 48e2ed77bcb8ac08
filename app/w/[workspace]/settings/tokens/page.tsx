import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { TokenSettings } from "@/components/token/token-settings";
import { readPage } from "@/lib/access/pages";
import { findTokens } from "@/lib/features/tokens/find-tokens";
import { waitingSecret } from "@/lib/features/tokens/new-secret";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tokens"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ done?: string }> };

export default async function TokensPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const secret = await waitingSecret();
  const path = `/w/${workspace}/settings/tokens`;
  const input = { shownHash: secret?.tokenHash ?? null };
  const { value, member } = await readPage(findTokens, workspace, path, input);
  const { tokens, view, shown } = value;
  return (
    <WorkspacePage member={member} current="settings">
      <TokenSettings
        workspace={member.workspace}
        tokens={tokens}
        view={view}
        secret={secret && shown !== null ? { name: shown, token: secret.token } : null}
        done={(await searchParams).done}
      />
    </WorkspacePage>
  );
}
