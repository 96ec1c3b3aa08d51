/** Three tiers, drawn as the product's sign. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0 text-accent" fill="currentColor">
        <rect x="7" y="2.5" width="6" height="3.5" rx="1" />
        <rect x="4.5" y="8.25" width="11" height="3.5" rx="1" opacity=".72" />
        <rect x="2" y="14" width="16" height="3.5" rx="1" opacity=".45" />
      </svg>
      Tierline
    </span>
  );
}
