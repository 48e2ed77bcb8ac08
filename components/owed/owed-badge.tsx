import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { OwedItem } from "@/lib/domain/owed";

const LOOKS = {
  late: { tone: "orange", icon: "stalled" },
  disputed: { tone: "orange", icon: "disputed" },
  open: { tone: "grey-outline", icon: "open" },
  done: { tone: "green", icon: "acted" },
  dropped: { tone: "grey-outline", icon: "cancelled" },
} as const satisfies Record<OwedItem["state"], { tone: BadgeTone; icon: IconName }>;

/** Where something that is owed stands: colour, icon and word. */
export function OwedBadge({ state, told = false }: { state: OwedItem["state"]; told?: boolean }) {
  const t = useTranslations("owed.badge");
  return (
    <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon} struck={state === "dropped"}>
      {t(told && state === "done" ? "told" : state)}
    </Badge>
  );
}
