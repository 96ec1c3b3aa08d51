import { formatCount } from "@/components/format/number";

type List = { readonly count: number; readonly most: number /** "points" */; readonly what: string };

/** Why nothing can be added to a list; null while something can. */
export function fullWords({ count, most, what }: List): string | null {
  return count < most ? null : `There are ${formatCount(count)} ${what}, and ${formatCount(most)} at most: remove one to add another.`;
}
