import type { CameOfIt } from "@/lib/domain/measures";

/** A pattern's own surface and what is drawn on it, so that no part is told by its colour alone. */
const LOOKS: Record<CameOfIt, { ground: string; mark: string | null; className: string }> = {
  acted: { ground: "fill-green", mark: null, className: "" },
  none: { ground: "fill-plum", mark: "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", className: "stroke-card" },
  explained: { ground: "fill-slate", mark: "M1.5 3h3", className: "stroke-card" },
  open: { ground: "fill-card", mark: "M3 2.5v1", className: "stroke-ink-2" },
};

/** The patterns of what came of hours given, under ids that begin with `id`. */
export function FillPatterns({ id, of }: { id: string; of: readonly CameOfIt[] }) {
  return (
    <defs>
      {of.map((came) => (
        <pattern key={came} id={`${id}-${came}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} className={LOOKS[came].ground} />
          {LOOKS[came].mark ? (
            <path d={LOOKS[came].mark} className={LOOKS[came].className} strokeWidth={1.2} />
          ) : null}
        </pattern>
      ))}
    </defs>
  );
}

const EDGES: Record<CameOfIt, string> = {
  acted: "stroke-green",
  none: "stroke-plum",
  explained: "stroke-slate",
  open: "stroke-line-strong",
};

export type Box = { x: number; y: number; width: number; height: number };

/** Boxes, each drawn half a pixel inside of its edge, as one path. */
function outline({ x, y, width, height }: Box): string {
  const along = Math.max(0.5, width - 1);
  return `M${x + 0.5} ${y + 0.5}h${along}v${Math.max(0.5, height - 1)}h${-along}z`;
}

/** Everything of a chart that is filled alike, as one shape; edged so that neighbours stay apart. */
export function Filled({ id, came, boxes }: { id: string; came: CameOfIt; boxes: readonly Box[] }) {
  return (
    <path
      d={boxes.map(outline).join("")}
      fill={`url(#${id}-${came})`}
      className={EDGES[came]}
      strokeWidth={1}
    />
  );
}
