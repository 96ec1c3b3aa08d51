import { expect, test, vi } from "vitest";
import { ApiProblem } from "@/components/api/api-request";
import type { Saving } from "@/components/define/studio/draft-session";
import { type ProposalSource, prepareProposal } from "@/components/define/studio/prepare-proposal";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { Simulation } from "@/lib/contracts/simulation";
import { defaultProgram } from "@/lib/domain/define/default-program";

const document = defaultProgram("USD", { mixCategories: ["accessories"] });
const SAVED = { saving: { kind: "saved" } as Saving, saved: { document, revision: 3 } };
const stored = (given: Partial<ProgramVersion> = {}) => ({ revision: 3, documentHash: "a", issues: [], ...given }) as unknown as ProgramVersion;
const simulation = (documentHash: string) => ({ documentHash }) as unknown as Simulation;

function source(given: Partial<ProposalSource> = {}): ProposalSource {
  return { save: async () => SAVED, read: async () => stored(), simulate: async () => simulation("a"), ...given };
}

test("a draft that is saved and simulated just as it is can be proposed, under the revision that was simulated", async () => {
  const steps: string[] = [];
  expect(await prepareProposal(source(), (step) => steps.push(step))).toEqual({ kind: "ready", revision: 3, simulation: simulation("a") });
  expect(steps).toEqual(["saving", "simulating"]);
});

test("where nobody has a tier nothing is simulated", async () => {
  expect(await prepareProposal(source({ simulate: null }), () => undefined)).toEqual({ kind: "ready", revision: 3, simulation: null });
});

test("what cannot be saved is not read or simulated, and says why", async () => {
  const saving: Saving = { kind: "failed", problem: new ApiProblem("unreachable", "The server cannot be reached.") };
  const read = vi.fn();
  expect(await prepareProposal(source({ save: async () => ({ ...SAVED, saving }), read }), () => undefined)).toEqual({ kind: "unsaved", saving });
  expect(read).not.toHaveBeenCalled();
});

test("contradictions are listed and nothing is simulated; a warning is none", async () => {
  const error = { code: "weights_all_zero", path: "score", severity: "error" } as const;
  const warning = { code: "effort_follows", path: "effort", severity: "warning" };
  const read = async () => stored({ issues: [error, warning] as unknown as ProgramVersion["issues"] });
  const simulate = vi.fn();
  expect(await prepareProposal(source({ read, simulate }), () => undefined)).toEqual({ kind: "contradicts", issues: [error] });
  expect(simulate).not.toHaveBeenCalled();
  const warned = async () => stored({ issues: [warning] as unknown as ProgramVersion["issues"] });
  expect(await prepareProposal(source({ read: warned }), () => undefined)).toMatchObject({ kind: "ready" });
});

test("what somebody changes while it is prepared is not proposed", async () => {
  expect(await prepareProposal(source({ read: async () => stored({ revision: 4 }) }), () => undefined)).toEqual({ kind: "changed" });
  expect(await prepareProposal(source({ simulate: async () => simulation("b") }), () => undefined)).toEqual({ kind: "changed" });
});

test("a refusal is kept, to be said", async () => {
  const problem = new ApiProblem("unavailable", "The server is busy.");
  const simulate = () => Promise.reject(problem);
  expect(await prepareProposal(source({ simulate }), () => undefined)).toEqual({ kind: "failed", problem });
});
