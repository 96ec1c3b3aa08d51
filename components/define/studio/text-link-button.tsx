import type { ReactNode } from "react";

type TextLinkButtonProps = { readonly onClick: () => void; readonly children: ReactNode };

/** A button that reads as a link: it leads to another part of the same page. */
export function TextLinkButton({ onClick, children }: TextLinkButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-6 items-center text-left wrap-anywhere text-accent underline-offset-4 hover:underline"
    >
      {children}
    </button>
  );
}
