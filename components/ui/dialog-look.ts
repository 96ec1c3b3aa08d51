/** How every dialog looks, but for its width. */
export const DIALOG =
  "w-[calc(100%-2rem)] rounded-xl border border-line bg-raised p-6 text-left text-base font-normal whitespace-normal text-ink shadow-2xl";

/** A question with a few fields; or one with figures to read first. */
export const DIALOG_WIDTH = { usual: "max-w-md", wide: "max-w-xl" } as const;
