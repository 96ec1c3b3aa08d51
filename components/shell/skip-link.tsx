export function SkipLink() {
  return (
    <a
      href="#content"
      className="absolute left-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}
