import { ArrowDown, ArrowUp } from "lucide-react";
import type { MovementCode } from "@/lib/contracts/movement-group";
import { movementWords } from "./movement-words";

type MovementProps = { readonly code: MovementCode /** Name of the tier before. */; readonly from?: string | null };

/** An arrow and words: never the colour alone. */
export function Movement({ code, from }: MovementProps) {
  const { short, direction } = movementWords(code);
  if (direction === "level") return <span className="whitespace-nowrap text-muted">{short}</span>;
  const Arrow = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <span className={`inline-flex items-baseline gap-1 whitespace-nowrap ${direction === "up" ? "text-good" : "text-bad"}`}>
      <Arrow aria-hidden className="size-3.5 shrink-0 self-center" strokeWidth={2.25} />
      {short}
      {from && <span className="text-muted">from {from}</span>}
    </span>
  );
}
