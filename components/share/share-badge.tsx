import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { OverviewLine } from "@/lib/domain/shared-view/overview";

const LOOKS = {
  done: { tone: "green", icon: "acted" },
  answered: { tone: "teal-outline", icon: "answered" },
  explained: { tone: "slate", icon: "explained" },
  late: { tone: "orange", icon: "stalled" },
  disputed: { tone: "orange", icon: "disputed" },
  dropped: { tone: "grey-outline", icon: "cancelled" },
  open: { tone: "blue", icon: "promised" },
  waiting: { tone: "grey", icon: "waiting" },
  silent: { tone: "plum", icon: "silent" },
  no_action: { tone: "amber", icon: "no-action" },
} as const satisfies Record<OverviewLine["state"], { tone: BadgeTone; icon: IconName }>;

/** Where one line of a view stands: colour, icon and word. */
export function ShareBadge({ state }: { state: OverviewLine["state"] }) {
  const t = useTranslations("shared.badge");
  return (
    <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon} struck={state === "dropped"}>
      {t(state)}
    </Badge>
  );
}
