import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "normal" | "large";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-teal text-on-teal hover:bg-teal-strong",
  secondary: "border-line-strong bg-card text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-teal underline underline-offset-4 hover:bg-teal-soft",
  danger: "border-red bg-card text-red hover:bg-red-soft",
};

/** The look of a button, for the rare element that must carry it itself. */
export function buttonClass(
  variant: ButtonVariant = "primary",
  size: ButtonSize = "normal",
  wide = false,
): string {
  return classes(
    "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 text-center font-semibold",
    "leading-tight transition-colors duration-100 disabled:opacity-60 aria-disabled:opacity-60",
    size === "large" && "min-h-13 px-6 text-lg",
    wide && "w-full",
    VARIANTS[variant],
  );
}

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as its column: the main action on a phone. */
  wide?: boolean;
  icon?: IconName;
  children: ReactNode;
}

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "children">;

/** A button that does something; a plain one unless `type="submit"`. */
export function Button({ variant, size, wide, icon, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass(variant, size, wide)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & {
  href: string;
  download?: boolean;
  rel?: string;
  target?: string;
};

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, wide, icon, children, href, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} href={href} className={buttonClass(variant, size, wide)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}
