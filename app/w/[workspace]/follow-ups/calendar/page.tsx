import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarSettings } from "@/components/calendar/calendar-settings";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { waitingFeed } from "@/lib/features/calendar/new-feed";
import { openFeed } from "@/lib/features/calendar/open-feed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ done?: string; problem?: string }>;
};

export default async function CalendarPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const secret = await waitingFeed();
  const path = `/w/${workspace}/follow-ups/calendar`;
  const input = { shownHash: secret?.tokenHash ?? null };
  const { value, member } = await readPage(openFeed, workspace, path, input);
  const { address, ...feed } = value;
  const { done, problem } = await searchParams;
  return (
    <WorkspacePage member={member} current="owed">
      <CalendarSettings
        workspace={member.workspace}
        {...feed}
        address={secret && address ? `${address}?token=${secret.token}` : null}
        done={done}
        problem={problem}
      />
    </WorkspacePage>
  );
}
