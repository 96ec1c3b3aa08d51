import type { Program } from "../program";

/** What differs between manufacturers, with values used when nothing is given. */
export type TemplateOptions = {
  /** Month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStartMonth?: number;
  /** Codes of product categories, the one that sells most first: the others are what partners are asked to sell beside it. */
  readonly categories?: readonly string[];
};

/**
 * A published kind of program, to begin with and to learn from. Its figures are examples in major units of any currency: whoever begins
 * with it sets them to what its partners sell.
 */
export type ProgramTemplate = {
  readonly key: string;
  readonly name: string;
  /** One sentence. */
  readonly forWhom: string;
  /** What of the language it shows, in two or three sentences. */
  readonly teaches: string;
  readonly program: (currency: string, options?: TemplateOptions) => Program;
};

const CATEGORIES = ["Core range", "Accessories", "Services"] as const;

type Options = Required<TemplateOptions> & {
  /** The categories that partners are asked to sell beside the one that sells most. */
  readonly besideCore: readonly string[];
};

export function readOptions({ fiscalStartMonth = 1, categories = [] }: TemplateOptions): Options {
  const known = categories.length > 0 ? categories : CATEGORIES;
  return { fiscalStartMonth, categories: known, besideCore: known.length > 1 ? known.slice(1) : known };
}

/** The months, 1 to 12, in which every so many months of the fiscal year end, in the order of the calendar. */
export function fiscalMonthEnds(fiscalStartMonth: number, every: 3 | 6 | 12): number[] {
  return Array.from({ length: 12 / every }, (_, i) => ((fiscalStartMonth + (i + 1) * every - 2) % 12) + 1).sort((a, b) => a - b);
}
