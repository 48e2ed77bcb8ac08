import type { ReactNode } from "react";

interface EmptyStateProps {
  /** One sentence: what will be here. */
  title: string;
  /** One thing to do about it. */
  action?: ReactNode;
  /** What one entry looks like, in words. */
  example?: ReactNode;
}

/** A place with nothing in it yet teaches what it is for. */
export function EmptyState({ title, action, example }: EmptyStateProps) {
  return (
    <div className="rounded-md border border-dashed border-line-strong p-6 md:p-8">
      <p className="max-w-measure text-lg font-semibold">{title}</p>
      {example ? (
        <p className="mt-2 max-w-measure border-s-4 border-line ps-4 text-ink-2">{example}</p>
      ) : null}
      {action ? <div className="mt-4 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
