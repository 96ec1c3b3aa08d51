const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}([,\s])\d{3}(\1\d{3})*(\.\d*)?$/;

/** A number as a person types it, "1,250.5" or "1 250.5", without what groups its digits; null for what is none, and for "2,5", which is not 25. */
export function ungrouped(text: string): string | null {
  const number = text.trim().replace("−", "-");
  return PLAIN.test(number) || GROUPED.test(number) ? number.replace(/[,\s]/g, "") : null;
}
