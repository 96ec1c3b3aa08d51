import { ChevronRight } from "lucide-react";

/** Before the words of a `summary`, within a `details` of the class `group`: shows that it opens, and whether it is open. */
export function DisclosureMark() {
  return (
    <ChevronRight
      aria-hidden
      className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none print:hidden"
      strokeWidth={1.75}
    />
  );
}
