import { startDraft } from "@/lib/services/define/start-draft";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { observedOrganization } from "./bench-organization";

const PARTNERS = 100_000;

/** A run of 100,000 partners through the services, stored, published, made again byte for byte, and other rules tried on it; in words. */
export async function benchLargeRun(): Promise<string> {
  const { actor } = await observedOrganization("Large", PARTNERS);
  const took: Record<string, string> = {};
  const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await work();
    took[what] = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    return value;
  };
  const { number } = await timed("evaluated and stored", () => evaluateRun(actor, { asOf: "2026-06-30" }));
  await timed("published", () => publishRun(actor, { run: number }));
  const again = await timed("re-performed", () => reperformRun(actor, { run: number }));
  if (!again.inputs || !again.decisions || !again.evaluation) throw new Error("the run was not made again byte for byte");
  const { version } = await startDraft(actor, { program: "main", from: 1 });
  await timed("simulated", () => simulateDraft(actor, { version }));
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const parts = Object.entries(took).map(([what, seconds]) => `${what} in ${seconds}`);
  return `a run of ${PARTNERS.toLocaleString("en-US")} partners x 12 criteria: ${parts.join(", ")}; peak memory ${peakMb.toFixed(0)} MB`;
}
