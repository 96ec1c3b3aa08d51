import "server-only";
import { type Evidence, EvidenceQuery } from "@/lib/contracts/scorecard";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";

/** The records behind one metric of one decision: those counted, or those left out, each with its reason. */
export const listEvidence = query({
  permission: "facts.read",
  input: EvidenceQuery,
  async run({ db }, { run, partner, metric, side, page: asked }): Promise<Evidence> {
    const facts = await db.evidence.findMetric({ run, partner, metric });
    if (facts === null) throw new AppError("not_found", `Run ${run} has no metric "${metric}" for a partner "${partner}" that you may see.`);
    const summary = await db.evidence.summarize(facts, side);
    const page = Math.min(asked, summary.pages);
    const records = await db.evidence.list(facts, side, page);
    const { value, facts: counted, from, until } = facts.input;
    return {
      partner: { code: facts.partner.code, name: facts.partner.name },
      run: { number: run, asOf: facts.run.asOf },
      metric: {
        ...{ key: metric, name: facts.metric.name, unit: facts.metric.unit, value, currency: facts.program.currency },
        ...{ facts: counted, from, until, source: facts.metric.source },
      },
      side,
      counts: summary.counts,
      totals: [...summary.totals],
      quantity: summary.quantity,
      records,
      page,
      pages: summary.pages,
    };
  },
});
