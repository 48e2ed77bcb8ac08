import type { ReactNode } from "react";

interface PageHeaderProps {
  /** The page's one heading: what it is, or what it answers. */
  title: ReactNode;
  /** What it belongs to, above the heading. */
  eyebrow?: ReactNode;
  /** One sentence below. */
  sub?: ReactNode;
  /** The page's one main action. */
  action?: ReactNode;
}

export function PageHeader({ title, eyebrow, sub, action }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-measure">
        {eyebrow ? <p className="mb-1 text-ink-2">{eyebrow}</p> : null}
        <h1 className="text-xl leading-tight tracking-tight sm:text-2xl">{title}</h1>
        {sub ? <p className="mt-1 text-ink-2">{sub}</p> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-3">{action}</div> : null}
    </header>
  );
}
