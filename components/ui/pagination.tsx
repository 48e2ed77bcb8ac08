import { ButtonLink } from "./button";

interface PaginationProps {
  /** Names the navigation for screen readers. */
  label: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  /** e.g. "50 of 5,048" */
  summary?: string;
}

/** Cursor paging: nearer the start, further on. Nothing when there is one page. */
export function Pagination({ label, previous, next, summary }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="mt-6 flex flex-wrap items-center gap-4">
      {previous ? (
        <ButtonLink href={previous.href} variant="secondary" icon="arrow-start" rel="prev">
          {previous.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next.href} variant="secondary" icon="arrow-end" rel="next">
          {next.label}
        </ButtonLink>
      ) : null}
      {summary ? <span className="text-ink-2 tabular-nums">{summary}</span> : null}
    </nav>
  );
}
