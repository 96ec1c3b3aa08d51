import { z } from "zod";
import { Ref } from "./page";

export const DIFFERENCES_SHOWN = 20;

/** The first place in which a stored decision is not what the evaluation gives: values as JSON, shortened; null where there is none. */
export const DecisionDifference = z.object({
  partner: Ref,
  /** "nodes.2.points"; below "columns." what lists show of the decision; "" for a decision as a whole. */
  path: z.string(),
  stored: z.string().nullable(),
  evaluated: z.string().nullable(),
});
export type DecisionDifference = z.infer<typeof DecisionDifference>;

/** What evaluating a run again from its frozen inputs found. Hashes are SHA-256, hex; those recorded are of the day of the run. */
export const ReperformedRun = z.object({
  run: z.number().int(),
  engineVersion: z.string(),
  /** Partners recorded with the run, and decisions that are stored. */
  partners: z.number().int(),
  stored: z.number().int(),
  /** The stored program, inputs and engine have the hash of then. */
  inputs: z.boolean(),
  /** The stored decisions have the hash of then, and lists show what they say. */
  decisions: z.boolean(),
  /** Evaluated again, the decisions have the hash of then. */
  evaluation: z.boolean(),
  inputHash: z.object({ recorded: z.string(), found: z.string() }),
  /** `evaluated` null: the inputs found cannot be evaluated. */
  resultHash: z.object({ recorded: z.string(), stored: z.string(), evaluated: z.string().nullable() }),
  /** Stored decisions that are not what the evaluation gives; null when there is nothing to compare them with. */
  differing: z.number().int().nullable(),
  /** In the order of partner codes, at most DIFFERENCES_SHOWN. */
  differences: z.array(DecisionDifference),
  milliseconds: z.number().int(),
});
export type ReperformedRun = z.infer<typeof ReperformedRun>;
