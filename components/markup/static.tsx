import { headers } from "next/headers";
import { type HTMLAttributes, use } from "react";
import { lendHtml } from "./lent-html";
import { toHtml } from "./to-html";
import { WrittenOnce } from "./written-once";

type Props = Omit<HTMLAttributes<HTMLElement>, "style" | "id"> & {
  as?: "div" | "nav";
  /** Made before it is known whether it is shown at all: sent as a description, for nobody may come to write it. */
  inCase?: boolean;
};

/** Whether a page is asked for, and not its description for one that is there already: scripts ask for no HTML. */
function asksForPage(accepted: string | null): boolean {
  return accepted === null || accepted.includes("text/html");
}

/**
 * A part of a page that no script goes on with, made into HTML here (toHtml). React would go through each of its
 * elements three times, to describe it, to read the description and to write it, and send both: this is sent once.
 */
export function Static({ as = "div", inCase = false, children, ...rest }: Props) {
  const page = !inCase && asksForPage(use(headers()).get("accept"));
  const html = toHtml(children);
  return page ? (
    <WrittenOnce {...rest} as={as} id={lendHtml(html)} />
  ) : (
    <WrittenOnce {...rest} as={as} id={crypto.randomUUID()} html={html} />
  );
}
