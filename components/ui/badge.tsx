import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

const TONES = {
  plum: "border-plum-soft bg-plum-soft text-plum",
  amber: "border-amber-soft bg-amber-soft text-amber",
  orange: "border-orange-soft bg-orange-soft text-orange",
  blue: "border-blue-soft bg-blue-soft text-blue",
  green: "border-green-soft bg-green-soft text-green",
  slate: "border-slate-soft bg-slate-soft text-slate",
  "teal-outline": "border-teal text-teal",
  "grey-outline": "border-line-strong text-grey",
  grey: "border-grey-soft bg-grey-soft text-grey",
} as const;

export type BadgeTone = keyof typeof TONES;

interface BadgeProps {
  tone: BadgeTone;
  icon?: IconName;
  struck?: boolean;
  children: ReactNode;
}

/** A word with a colour and an icon; never colour alone. */
export function Badge({ tone, icon, struck = false, children }: BadgeProps) {
  return (
    <span
      className={classes(
        "inline-flex max-w-full items-center gap-1.5 rounded-full border py-0.5 ps-2 pe-2.5 text-sm leading-tight font-semibold",
        TONES[tone],
      )}
    >
      {icon ? <Icon name={icon} size={16} weight="bold" /> : null}
      <span className={struck ? "line-through" : undefined}>{children}</span>
    </span>
  );
}
