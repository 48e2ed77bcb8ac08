import { Dashboard } from "@/components/dashboard/dashboard";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { runRecorded, shownIn } from "../../../lib/recorded.mjs";

/** The product's own dashboard around its own statements, with nobody asked who they are. */
export default async function Same({ params }) {
  const { workspace } = await params;
  await runRecorded("dashboard", workspace, true);
  const { member, value } = shownIn(workspace);
  return (
    <WorkspacePage member={member} current="home">
      <Dashboard slug={workspace} {...value} />
    </WorkspacePage>
  );
}
