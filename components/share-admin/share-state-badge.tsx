import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { ShareState } from "@/lib/domain/share";

const LOOKS = {
  draft: { tone: "teal-outline", icon: "promised" },
  open: { tone: "green", icon: "views" },
  expired: { tone: "grey-outline", icon: "waiting" },
  stopped: { tone: "grey-outline", icon: "cancelled" },
} as const satisfies Record<ShareState, { tone: BadgeTone; icon: IconName }>;

/** Where a view stands: nobody sees it yet, it can be opened, or it no longer can. */
export function ShareStateBadge({ state }: { state: ShareState }) {
  const t = useTranslations("shares.state");
  return (
    <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t(state)}
    </Badge>
  );
}
