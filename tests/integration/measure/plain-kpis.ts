// Every sum that KPIs are made of the slow and plain way: loops over the facts, no SQL. What the database must agree with.
import type { Program } from "@/lib/domain/define/program";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { latest, rate, type World } from "../metrics/plain-sums";

export type PlainDecision = {
  readonly partner: string;
  readonly tier: string;
  readonly qualified: string;
  readonly movement: "promoted" | "demoted" | "unchanged" | "held_in_grace";
};
export type PlainQuestion = {
  readonly world: World;
  readonly program: Program;
  readonly knownAt: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly partners: readonly string[];
  readonly decisions: readonly PlainDecision[];
  readonly coreLines: readonly string[];
  /** Absent: all product lines. */
  readonly lines?: readonly string[];
};

export function plainSums({ world, program, knownAt, from, until, partners, decisions, coreLines, lines }: PlainQuestion) {
  const lineOf = (sku: string): string => world.products.get(sku)?.line ?? "";
  const known = world.pos.filter((line) => line.seq <= knownAt && (line.retiredSeq === null || line.retiredSeq > knownAt));
  const own = known.filter((line) => partners.includes(line.partner) && (lines?.includes(lineOf(line.sku)) ?? true));
  const during = (start: string, end: string) => own.filter((line) => line.date >= start && line.date < end);
  const now = during(from, until);
  const money = (facts: readonly { netE4?: number; amountE4?: number; currency: string }[]) =>
    tenThousandths(facts.reduce((sum, fact) => sum + (fact.netE4 ?? fact.amountE4 ?? 0) * rate(program, fact.currency), 0));
  const deals = latest(world.opportunities, knownAt, (fact) => fact.code).filter((fact) => partners.includes(fact.partner));
  const closed = deals.filter((fact) => fact.closedOn !== null && fact.closedOn >= from && fact.closedOn < until);
  const won = closed.filter((fact) => fact.status === "won");
  const lastDay = addDays(until, -1);
  const open = deals.filter((fact) => fact.createdOn <= lastDay && (fact.closedOn === null || fact.closedOn > lastDay));
  const certificates = latest(world.certifications, knownAt, (fact) => [fact.partner, fact.person, fact.track, fact.level, fact.earnedOn].join("|"));
  const valid = certificates.filter(
    (fact) => partners.includes(fact.partner) && fact.earnedOn <= lastDay && (fact.expiresOn === null || fact.expiresOn > lastDay),
  );
  const decided = decisions.filter(({ partner }) => partners.includes(partner));
  const moved = (movement: PlainDecision["movement"]) => decided.filter((decision) => decision.movement === movement).map(({ partner }) => partner);
  const soldBy = (of: readonly string[]) => money(now.filter((line) => of.includes(line.partner)));
  return {
    revenue: money(now),
    revenueBefore: money(during(addMonths(from, -12), addMonths(until, -12))),
    coreRevenue: money(now.filter((line) => coreLines.includes(lineOf(line.sku)))),
    units: now.reduce((sum, line) => sum + line.units, 0),
    activePartners: new Set(now.map((line) => line.partner)).size,
    sourcedPipeline: money(open.filter((fact) => fact.origin === "sourced")),
    won: won.length,
    lost: closed.length - won.length,
    wonDays: won.reduce((sum, fact) => sum + days(fact.createdOn, fact.closedOn ?? ""), 0),
    certifiedPeople: new Set(valid.map((fact) => `${fact.partner} ${fact.person}`)).size,
    partners: decided.length,
    promoted: moved("promoted").length,
    demoted: moved("demoted").length,
    promotedRevenue: soldBy(moved("promoted")),
    demotedRevenue: soldBy(moved("demoted")),
    asQualified: decided.filter(({ tier, qualified }) => tier === qualified).length,
  };
}

/** Ten-millionths to ten-thousandths, a half away from zero. */
function tenThousandths(amount: number): number {
  const rounded = Math.trunc((Math.abs(amount) + 500) / 1000);
  return rounded === 0 ? 0 : Math.sign(amount) * rounded;
}

function days(from: string, to: string): number {
  let count = 0;
  for (let day = IsoDate.parse(from); day < to; day = addDays(day, 1)) count += 1;
  return count;
}
