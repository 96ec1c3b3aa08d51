import type { SampleData } from "@/lib/contracts/sample-data";

/** What the sample data is. */
export const SAMPLE_IN_WORDS =
  "A bicycle maker with 701 resellers and three years of their sales (Microsoft's AdventureWorks), a program, six published reviews and their funds.";

/** The same to somebody who may have it. */
export const SAMPLE_OFFER = `${SAMPLE_IN_WORDS} It counts in US dollars, takes about a minute to load, and can be removed whole again.`;

const STEPS: Record<NonNullable<SampleData["step"]>, string> = {
  regions: "Importing regions",
  products: "Importing products",
  partners: "Importing partners",
  pos: "Importing POS lines",
  opportunities: "Importing opportunities",
  certifications: "Importing certifications",
  observations: "Importing service levels",
  potentials: "Importing potentials",
  program: "Publishing the program",
  reviews: "Evaluating and publishing the reviews",
};

/** What is being done at this moment. */
export function stepWords({ step }: Pick<SampleData, "step">): string {
  return step === null ? "Waiting for the worker" : STEPS[step];
}

export function isLoading({ state }: Pick<SampleData, "state">): boolean {
  return state === "queued" || state === "loading";
}
