import type { AnchorHTMLAttributes } from "react";

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "style"> & { href: string };

/**
 * A link to another page, as plain HTML. The framework's own would fetch every page in sight in advance: dozens of
 * requests for one look at the dashboard, on a volunteer's data plan.
 */
export function Link({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>;
}
