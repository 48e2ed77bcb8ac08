import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";

type Props = { params: Promise<{ workspace: string }> };

export default async function DashboardPage({ params }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(getDashboard, workspace, `/w/${workspace}`, {});
  return (
    <WorkspacePage member={member} current="home">
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </WorkspacePage>
  );
}
