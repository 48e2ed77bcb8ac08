import { classes } from "./classes";

/** Every icon as strokes on a 24 × 24 grid. They stand beside a word, so they are hidden from screen readers. */
const PATHS = {
  home: "M4 11.5 12 4.5l8 7V20h-5.5v-5h-5v5H4z",
  consultations: "M4 5h16v11h-9.5L6 20v-4H4zM8 9h8M8 12.5h5",
  activities: "M4 8h16v11H4zM8 8V5h8v3M4 13h16",
  owed: "M12 7v5l3.5 2M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0",
  requests: "M4 6h16v12H4zM4.5 7 12 13l7.5-6",
  views:
    "M2.5 12C5 7.5 8.3 5.5 12 5.500s7 2 9.5 6.500c-2.5 4.5-5.8 6.5-9.5 6.500S5 16.5 2.5 12zM9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  plus: "M12 5v14M5 12h14",
  check: "M5 12.5 10 17.5 19.5 7",
  cross: "M6.5 6.500l11 11M17.5 6.500l-11 11",
  warning: "M12 4 2.8 20h18.400zM12 10v4.500M12 17.200v.01",
  info: "M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 11v5M12 7.800v.01",
  search: "M4.5 10.500a6 6 0 1 0 12 0 6 6 0 1 0-12 0M15 15l5 5",
  calendar: "M4 6.500h16V20H4zM4 11h16M8.5 4v4M15.5 4v4",
  "arrow-end": "M5 12h14M13 6l6 6-6 6",
  "arrow-start": "M19 12H5M11 6l-6 6 6 6",
  download: "M12 4v11M7 10.500l5 5 5-5M4.500 20h15",
  chevron: "M6 9.500l6 6 6-6",
  exit: "M10 4H5v16h5M14 8l4 4-4 4M9.5 12H18",
  silent: "M5 12h3.500M15.5 12H19",
  "no-action": "M5 8h14M5 13h8M17 13v.01",
  stalled: "M12 4.500v9M12 19v.01",
  disputed: "M4.5 9h15M4.5 15h15M16 4.5 8 19.5",
  promised: "M7 12a5 5 0 1 0 10 0 5 5 0 1 0-10 0",
  acted: "M4.5 12.5 10 18 19.5 6.5",
  explained: "M5 7h14M5 12h14M5 17h9",
  answered: "M12 4.500l7.5 7.5-7.5 7.500L4.5 12z",
  waiting: "M12 6v6.500l4 2.500M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0",
  open: "M12 3.500a8.5 8.5 0 1 0 8.5 8.500M12 3.500V12h8.5",
  planned: "M4 6.500h16V20H4zM4 11h16M8.5 4v4M15.5 4v4",
  cancelled: "M6 18 18 6M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0",
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line of reading turn round in right-to-left. */
const DIRECTIONAL: ReadonlySet<IconName> = new Set(["arrow-end", "arrow-start", "exit"]);

interface IconProps {
  name: IconName;
  /** Edge in px on the 4 px grid; 20 unless told. */
  size?: 12 | 16 | 20 | 24 | 28;
  /** Heavier strokes for small or important ones. */
  weight?: "normal" | "bold";
  className?: string;
}

export function Icon({ name, size = 20, weight = "normal", className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={weight === "bold" ? 3 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("shrink-0", DIRECTIONAL.has(name) && "rtl:-scale-x-100", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
