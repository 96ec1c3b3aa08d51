import type { Decided } from "@/lib/domain/define/past-day";
import type { Simulation } from "./simulation";

/** What it takes to put a version into effect, for whoever looks at it. */
export type ProposalTerms = {
  /** Whether partners have tiers by the program, so that it takes a simulation, a proposal and another person's approval. */
  readonly needsSecondPerson: boolean;
  /** Whether it was this person who proposed it, and so cannot approve it. */
  readonly isOwn: boolean;
  /** A day from which it could sensibly take effect. */
  readonly suggestedFrom: string;
  /** For what a past day would mean. */
  readonly decided: Decided;
  /** The last simulation of the document as it is now; null without any. */
  readonly simulation: Simulation | null;
  /** Whether a run was published after that simulation's. */
  readonly isSimulationOvertaken: boolean;
};
