/** How every dialog looks. */
export const DIALOG =
  "w-[calc(100%-2rem)] max-w-md rounded-xl border border-line bg-raised p-6 text-left text-base font-normal whitespace-normal text-ink shadow-2xl";
