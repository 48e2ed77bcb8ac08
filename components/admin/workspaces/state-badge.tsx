import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { WorkspaceState } from "@/lib/domain/workspace";

const LOOKS = {
  invited: { tone: "teal-outline", icon: "planned" },
  active: { tone: "green", icon: "check" },
  suspended: { tone: "amber", icon: "waiting" },
  closing: { tone: "orange", icon: "stalled" },
  erased: { tone: "grey", icon: "cancelled" },
} as const satisfies Record<WorkspaceState, { tone: BadgeTone; icon: IconName }>;

/** Where a workspace is in its life: colour, icon and word. */
export function StateBadge({ state }: { state: WorkspaceState }) {
  const t = useTranslations("workspaces.state");
  return (
    <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t(state)}
    </Badge>
  );
}
