import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { Standing } from "@/lib/domain/standing";

/** How each standing looks. Only what needs an answer is warm and filled. */
const LOOKS = {
  cancelled: { tone: "grey-outline", icon: "cancelled" },
  planned: { tone: "grey-outline", icon: "planned" },
  stalled: { tone: "orange", icon: "stalled" },
  open: { tone: "grey-outline", icon: "open" },
  acted: { tone: "green", icon: "acted" },
  promised: { tone: "blue", icon: "promised" },
  explained: { tone: "slate", icon: "explained" },
  answered: { tone: "teal-outline", icon: "answered" },
  waiting: { tone: "grey", icon: "waiting" },
  no_action: { tone: "amber", icon: "no-action" },
  silent: { tone: "plum", icon: "silent" },
} as const satisfies Record<Standing, { tone: BadgeTone; icon: IconName }>;

interface StandingBadgeProps {
  standing: Standing;
  /** For `stalled`: the community said that a promise called done was not kept. */
  disputed?: boolean;
  /** What stands beside the label, e.g. "1 of 10 done". */
  detail?: string;
}

/** Where a consultation stands: colour, icon and word. */
export function StandingBadge({ standing, disputed = false, detail }: StandingBadgeProps) {
  const t = useTranslations("standing");
  const look = LOOKS[standing];
  const isDisputed = standing === "stalled" && disputed;
  const label = isDisputed ? t("disputed") : t(`label.${standing}`);
  return (
    <Badge tone={look.tone} icon={isDisputed ? "disputed" : look.icon} struck={standing === "cancelled"}>
      {detail ? `${label} · ${detail}` : label}
    </Badge>
  );
}
