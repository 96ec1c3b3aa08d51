import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet";

const SHAPE =
  "inline-flex h-8 max-sm:h-10 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 print:hidden";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-accent text-accent-ink not-disabled:hover:opacity-90",
  secondary: "border border-line-strong/50 bg-raised text-ink not-disabled:hover:bg-hover not-disabled:hover:border-line-strong",
  quiet: "text-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink",
};

/** What a button looks like, also where it is a link. */
export function buttonClass(look: ButtonLook): string {
  return `${SHAPE} ${LOOKS[look]}`;
}

type ButtonProps = ComponentProps<"button"> & { readonly look?: ButtonLook };

export function Button({ look = "secondary", type = "button", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}
