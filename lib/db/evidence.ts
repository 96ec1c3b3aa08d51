import type { Scope } from "@/lib/access/actor";
import type { EvidenceRecord, RecordPart } from "@/lib/contracts/scorecard";
import { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { certificationRecords } from "./evidence/certification-records";
import type { MetricFacts } from "./evidence/metric-facts";
import { observationRecords } from "./evidence/observation-records";
import { opportunityRecords } from "./evidence/opportunity-records";
import { posRecords } from "./evidence/pos-records";
import { Prisma } from "./generated/prisma/client";
import { within } from "./metrics/day-range";
import { narrowed, readFactCodes } from "./metrics/fact-filter";
import { sourceRange } from "./metrics/source-range";
import { toSafeInteger } from "./rows";
import type { Tx } from "./scope";

const PAGE_SIZE = 100;

export type EvidenceSide = "counted" | "left_out";

export type EvidenceSummary = {
  readonly counts: { readonly counted: number; readonly leftOut: number };
  /** Of one side, by part and currency, in ten-thousandths. */
  readonly totals: readonly { readonly part: RecordPart | null; readonly currency: string; readonly amountE4: number }[];
  /** Units or observed values of one side added up; null for records without either. */
  readonly quantity: number | null;
  /** Pages that the side fills; an empty side still has one. */
  readonly pages: number;
};

type DecisionRow = {
  readonly asOf: IsoDate;
  readonly knownAt: number;
  readonly partnerId: number;
  readonly partnerName: string;
  readonly document: unknown;
  readonly input: MetricInput | null;
  readonly reading: string | null;
};
type SummaryRow = {
  readonly counted: boolean;
  readonly part: RecordPart | null;
  readonly currency: string | null;
  readonly records: number;
  readonly amountE4: bigint | null;
  readonly quantity: number | null;
};
type RecordRow = Omit<EvidenceRecord, "amountE4"> & { readonly amountE4: bigint | null };

export function evidenceRepository(tx: Tx, scope: Scope) {
  return {
    /** One metric of a decision that the scope may see (a partner user: its own, of published runs), or null when there is none. */
    async findMetric(asked: { readonly run: number; readonly partner: string; readonly metric: string }): Promise<MetricFacts | null> {
      const rows = await tx.$queryRaw<DecisionRow[]>`
        select r.as_of::text as "asOf", r.known_at as "knownAt", d.partner_id as "partnerId", d.partner_name as "partnerName", coalesce(r.document, v.document) as document, d.explanation -> 'metrics' -> ${asked.metric} as input, d.explanation ->> 'reading' as reading
        from run r
        join decision d on d.org_id = r.org_id and d.run_id = r.id
        join program_version v on v.org_id = r.org_id and v.id = r.program_version_id
        where r.org_id = ${scope.orgId} and r.number = ${asked.run} and d.partner_code = ${asked.partner}
          and ${scope.partnerId === null ? Prisma.sql`true` : Prisma.sql`d.partner_id = ${scope.partnerId} and r.status = 'published'`}`;
      const row = rows[0];
      if (row === undefined) return null;
      const program = Program.parse(row.document);
      const metric = program.metrics.find(({ key }) => key === asked.metric);
      if (metric === undefined) return null;
      const asOf = program.readings?.kind === "monthEnds" && row.reading !== null ? IsoDate.parse(row.reading) : row.asOf;
      return {
        run: { number: asked.run, asOf, knownAt: row.knownAt },
        region: program.readings?.kind === "regions" ? row.reading : null,
        partner: { id: row.partnerId, code: asked.partner, name: row.partnerName },
        program,
        metric,
        input: row.input ?? { value: null, reason: "no_facts", facts: 0, from: null, until: null },
      };
    },

    async summarize(facts: MetricFacts, side: EvidenceSide): Promise<EvidenceSummary> {
      const rows = await tx.$queryRaw<SummaryRow[]>`
        select reason is null as counted, part, currency, count(*)::int as records, sum(amount_e4)::bigint as "amountE4", sum(quantity::numeric)::float8 as quantity
        from (${await records(facts)}) record group by 1, 2, 3 order by 2 desc nulls last, 3`;
      const ofSide = rows.filter(({ counted }) => counted === (side === "counted"));
      const size = ofSide.reduce((sum, row) => sum + row.records, 0);
      const quantities = ofSide.flatMap(({ quantity }) => quantity ?? []);
      return {
        counts: { counted: total(rows, true), leftOut: total(rows, false) },
        totals: ofSide.flatMap(({ part, currency, amountE4 }) =>
          currency === null || amountE4 === null ? [] : { part, currency, amountE4: toSafeInteger(amountE4) },
        ),
        quantity: quantities.length === 0 ? null : quantities.reduce((sum, quantity) => sum + quantity, 0),
        pages: Math.max(1, Math.floor((size + PAGE_SIZE - 1) / PAGE_SIZE)),
      };
    },

    /** One page of a side, newest first. */
    async list(facts: MetricFacts, side: EvidenceSide, page: number): Promise<EvidenceRecord[]> {
      const rows = await tx.$queryRaw<RecordRow[]>`
        select kind, day::text as date, reference, what, region, quantity, amount_e4 as "amountE4", currency, batch, line, part, reason
        from (${await records(facts)}) record where (reason is null) = ${side === "counted"}
        order by day desc, batch desc, line desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
      return rows.map((row) => ({ ...row, amountE4: row.amountE4 === null ? null : toSafeInteger(row.amountE4) }));
    },
  };

  /** All records of the metric's kind that the partner has, each with the part of the metric that it belongs to, and the reason it was left out, or null. */
  async function records(facts: MetricFacts): Promise<Prisma.Sql> {
    const { source } = facts.metric;
    if (source.kind !== "ratio") return Prisma.sql`select record.*, ${periodOf(facts)} as part from (${await recordsOf(facts)}) record`;
    const parts = await Promise.all([partRecords(facts, source.numerator, "numerator"), partRecords(facts, source.denominator, "denominator")]);
    return Prisma.join(parts, " union all ");
  }

  async function partRecords(facts: MetricFacts, key: string, part: RecordPart): Promise<Prisma.Sql> {
    const metric = facts.program.metrics.find((one) => one.key === key);
    if (metric === undefined) throw new Error(`the program has no metric "${key}" to divide`);
    return Prisma.sql`select record.*, ${part}::text as part from (${await recordsOf({ ...facts, metric })}) record`;
  }

  async function recordsOf(facts: MetricFacts): Promise<Prisma.Sql> {
    const { metric, run, region, program, input } = facts;
    const { source } = metric;
    switch (source.kind) {
      case "ratio":
        throw new Error(`"${metric.key}" is a ratio, whose records are those of its parts`);
      case "openPipeline":
      case "winRate":
        return opportunityRecords(scope, facts, source);
      case "certifiedPeople":
        return certificationRecords(scope, facts, source);
      case "observation":
        return observationRecords(scope, facts, source);
      default: {
        const codes = await readFactCodes({ tx, scope });
        const { window, prior } = sourceRange(source, run.asOf, program);
        // Growth without a line in its window is no data, so its base was not counted either.
        const ranges = prior === null || input.reason === "no_facts" ? [window] : [prior, window];
        const ids = narrowed(
          codes.resolve(metric.key, source.filter),
          codes.resolve(metric.key, region === null ? undefined : { regions: [region] }),
        );
        return posRecords(scope, facts, ranges, ids);
      }
    }
  }
}

function total(rows: readonly SummaryRow[], counted: boolean): number {
  return rows.reduce((sum, row) => (row.counted === counted ? sum + row.records : sum), 0);
}

/** Which of the two periods that growth compares a record's day lies in; null for other metrics. */
function periodOf({ metric, run, program }: MetricFacts): Prisma.Sql {
  const { window, prior } = sourceRange(metric.source, run.asOf, program);
  if (prior === null) return Prisma.sql`null::text`;
  return Prisma.sql`case when ${within("day", window)} then 'current' when ${within("day", prior)} then 'before' end`;
}
