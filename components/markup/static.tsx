import type { HTMLAttributes } from "react";
import { toHtml } from "./to-html";

type Props = Omit<HTMLAttributes<HTMLElement>, "style"> & { as?: "div" | "nav" };

/**
 * A part of a page that no script goes on with, made into HTML here (toHtml). React would go through each of its
 * elements three times, to describe it, to read the description and to write it, and send both.
 */
export function Static({ as: Element = "div", children, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toHtml escapes all it is given
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: toHtml(children) }} />;
}
