/** What stands where a page will be, while its numbers are read. */
export function PageSkeleton() {
  return (
    <div role="status" className="motion-safe:animate-pulse">
      <span className="sr-only">Loading</span>
      <div className="h-8 w-56 rounded bg-track" />
      <div className="mt-2 h-4 w-80 max-w-full rounded bg-track" />
      <div className="mt-10 space-y-3">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((row) => (
          <div key={row} className="h-5 rounded bg-track" />
        ))}
      </div>
    </div>
  );
}
