import { z } from "zod";
import { ImportBatch } from "./import-batch";

/** In the order in which they are done: every file is imported, the program published, the reviews held. */
export const SampleStep = z.enum([...ImportBatch.shape.kind.options, "program", "reviews"]);
export type SampleStep = z.infer<typeof SampleStep>;

/** What is being done, and how many of how many steps are done. */
export const SampleProgress = z
  .strictObject({ step: SampleStep, stepsDone: z.number().int().min(0), steps: z.number().int().min(1) })
  .refine(({ stepsDone, steps }) => stepsDone <= steps, "more steps are done than there are");
export type SampleProgress = z.infer<typeof SampleProgress>;

/** The currency that the sample data counts in. */
export const SAMPLE_CURRENCY = "USD";

export const SampleData = z.object({
  state: z.enum(["absent", "queued", "loading", "loaded", "failed"]),
  /** Whether it may be loaded: the organization has nothing of its own, and is not one of sample data. */
  isOffered: z.boolean(),
  /** Null before the first step. */
  step: SampleStep.nullable(),
  stepsDone: z.number().int(),
  steps: z.number().int(),
  /** Why loading failed; null unless it did. */
  failure: z.string().nullable(),
});
export type SampleData = z.infer<typeof SampleData>;

/** The organization's name, so that nobody removes by mistake what they meant to keep. */
export const RemoveSampleData = z.strictObject({ name: z.string().trim() });
