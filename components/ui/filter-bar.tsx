import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Button } from "./button";

interface FilterBarProps {
  /** The list's own address; filters are its query. */
  action: string;
  /** Names the search for screen readers. */
  label: string;
  submitLabel: string;
  /** Takes every filter off; shown only while one is on. */
  clear?: { href: string; label: string };
  /** Fields: `TextInput`, `Select`, hidden inputs. */
  children: ReactNode;
}

/** Filters in the address: a GET form that works without script and can be bookmarked. */
export function FilterBar({ action, label, submitLabel, clear, children }: FilterBarProps) {
  return (
    <search aria-label={label} className="mb-6 block">
      <form action={action} method="get">
        <div className="grid items-end gap-4 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
          {children}
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button type="submit" variant="secondary" icon="search">
            {submitLabel}
          </Button>
          {clear ? (
            <Link
              href={clear.href}
              className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
            >
              {clear.label}
            </Link>
          ) : null}
        </div>
      </form>
    </search>
  );
}
