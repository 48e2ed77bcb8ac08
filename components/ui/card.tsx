import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { classes } from "./classes";

interface CardProps {
  title?: ReactNode;
  /** Beside the title: "All 4" to the whole list. */
  link?: {
    href: string;
    label: string /** Said instead of the label where that alone is unclear. */;
    fullLabel?: string;
  };
  /** Beside the title, when it is not a link. */
  aside?: ReactNode;
  as?: "section" | "div" | "article" | "li";
  /** Heading level of the title. */
  level?: 2 | 3;
  id?: string;
  children?: ReactNode;
}

/** A bordered surface for one subject. */
export function Card({ title, link, aside, as: Element = "section", level = 2, id, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Element id={id} className="min-w-0 rounded-md border border-line bg-card p-4 md:p-6">
      {title || link || aside ? (
        <div
          className={classes(
            "flex flex-wrap items-baseline justify-between gap-x-4",
            Boolean(children) && "mb-2",
          )}
        >
          {title ? <Heading className="text-lg">{title}</Heading> : null}
          {link ? (
            <Link
              href={link.href}
              aria-label={link.fullLabel}
              className="-my-2 inline-flex min-h-11 items-center font-medium text-teal underline-offset-4 hover:underline"
            >
              {link.label}
            </Link>
          ) : null}
          {aside}
        </div>
      ) : null}
      {children}
    </Element>
  );
}
