import type { ProgramVersion } from "@/lib/contracts/program";
import type { Simulation } from "@/lib/contracts/simulation";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import type { DraftView, Saving } from "./draft-session";

/** What a proposal is made of. Each @throws ApiProblem, but `save`, whose answer says why it is not saved. */
export type ProposalSource = {
  /** The draft as others and this page left it, saved. */
  readonly save: () => Promise<Pick<DraftView, "saving" | "saved">>;
  readonly read: () => Promise<ProgramVersion>;
  /** Tries what is stored on today's partners; null where nobody has a tier yet that could move. */
  readonly simulate: (() => Promise<Simulation>) | null;
};

export type Prepared =
  | { readonly kind: "unsaved"; readonly saving: Saving }
  | { readonly kind: "contradicts"; readonly issues: readonly ProgramIssue[] }
  /** Somebody changed it while it was prepared, or since. */
  | { readonly kind: "changed" }
  | { readonly kind: "failed"; readonly problem: unknown }
  /** This revision can be proposed, with this simulation of it. */
  | { readonly kind: "ready"; readonly revision: number; readonly simulation: Simulation | null };

export type ProposalStep = "saving" | "simulating";

/** Makes a draft ready to be proposed just as it is seen: saved, free of contradictions, and simulated. Never throws. */
export async function prepareProposal({ save, read, simulate }: ProposalSource, onStep: (step: ProposalStep) => void): Promise<Prepared> {
  onStep("saving");
  try {
    const { saving, saved } = await save();
    if (saving.kind !== "saved") return { kind: "unsaved", saving };
    const stored = await read();
    if (stored.revision !== saved.revision) return { kind: "changed" };
    const issues = stored.issues.filter(({ severity }) => severity === "error");
    if (issues.length > 0) return { kind: "contradicts", issues };
    onStep("simulating");
    const simulation = simulate === null ? null : await simulate();
    if (simulation !== null && simulation.documentHash !== stored.documentHash) return { kind: "changed" };
    return { kind: "ready", revision: stored.revision, simulation };
  } catch (problem) {
    return { kind: "failed", problem };
  }
}
