"use client";

import { type HTMLAttributes, useMemo } from "react";
import { takeHtml } from "./lent-html";

type Props = Omit<HTMLAttributes<HTMLElement>, "style"> & {
  as: "div" | "nav";
  /** Of its own, like no other's on any page. */
  id: string;
  /** Where the server writes no page but only describes one; else it stands in the page already. */
  html?: string;
};

/** What stood in the document, for when a page is gone back to without asking the server. */
const stood = new Map<string, string>();

function standingHtml(id: string): string {
  const html = document.getElementById(id)?.innerHTML ?? stood.get(id);
  if (html === undefined) {
    window.location.reload();
    return "";
  }
  stood.set(id, html);
  return html;
}

/** HTML that the server wrote into the page and that is not sent a second time for the scripts (static.tsx). */
export function WrittenOnce({ as: Element, id, html, ...rest }: Props) {
  const inner = useMemo(
    () => html ?? (typeof document === "undefined" ? takeHtml(id) : standingHtml(id)),
    [html, id],
  );
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: toHtml made it, and escaped all it was given
    <Element {...rest} id={id} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: inner }} />
  );
}
