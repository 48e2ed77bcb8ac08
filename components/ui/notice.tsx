import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

const KINDS = {
  success: { box: "border-green bg-green-soft", mark: "text-green", icon: "check", role: "status" },
  info: { box: "border-blue bg-blue-soft", mark: "text-blue", icon: "info", role: undefined },
  warning: { box: "border-red bg-red-soft", mark: "text-red", icon: "warning", role: "alert" },
} as const satisfies Record<string, { box: string; mark: string; icon: IconName; role: string | undefined }>;

interface NoticeProps {
  kind?: keyof typeof KINDS;
  title?: string;
  children?: ReactNode;
  /** The way back or on: an undo form, a link. */
  action?: ReactNode;
}

/** A quiet message above the content. Success is announced, a warning interrupts, information waits to be read. */
export function Notice({ kind = "info", title, children, action }: NoticeProps) {
  const look = KINDS[kind];
  return (
    <div
      role={look.role}
      className={classes(
        "flex flex-wrap items-start gap-x-4 gap-y-3 rounded-md border-s-4 py-3 ps-4 pe-4",
        look.box,
      )}
    >
      <Icon name={look.icon} weight="bold" className={classes("mt-0.5", look.mark)} />
      <div className="min-w-0 max-w-measure flex-1 basis-72">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
