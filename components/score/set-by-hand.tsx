import { formatCount } from "@/components/format/number";
import { standingsPath } from "@/components/shell/routes";
import { TextLink } from "@/components/ui/text-link";
import type { Run } from "@/lib/contracts/run";

/** How many tiers of a run are set by hand, as a link to them; null for none. */
export function setByHand({ number, movements }: Pick<Run, "number" | "movements">) {
  const partners = movements.overridden ?? 0;
  if (partners === 0) return null;
  return <TextLink href={standingsPath(number, { movement: "overridden" })}>{formatCount(partners)} set by hand</TextLink>;
}
