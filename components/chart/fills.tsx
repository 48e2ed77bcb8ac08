import type { CameOfIt } from "@/lib/domain/measures";

/** A pattern's own surface and what is drawn on it, so that no part is told by its colour alone. */
const LOOKS: Record<CameOfIt, { ground: string; mark: string | null; className: string }> = {
  acted: { ground: "fill-green", mark: null, className: "" },
  none: { ground: "fill-plum", mark: "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", className: "stroke-card" },
  explained: { ground: "fill-slate", mark: "M1.5 3h3", className: "stroke-card" },
  open: { ground: "fill-card", mark: "M3 2.5v1", className: "stroke-ink-2" },
};

/** The four patterns of what came of hours given, under ids that begin with `id`. */
export function FillPatterns({ id }: { id: string }) {
  return (
    <defs>
      {(Object.keys(LOOKS) as CameOfIt[]).map((came) => (
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

type Box = { x: number; y: number; width: number; height: number };

/** One filled part of a chart, edged so that neighbours stay apart. */
export function Filled({ id, came, ...box }: Box & { id: string; came: CameOfIt }) {
  const { x, y, width, height } = box;
  return (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={Math.max(0.5, width - 1)}
      height={Math.max(0.5, height - 1)}
      fill={`url(#${id}-${came})`}
      className={EDGES[came]}
      strokeWidth={1}
    />
  );
}
