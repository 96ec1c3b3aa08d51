import { formatMoney, formatMoneyExact, formatMoneyWhole } from "@/components/format/money";
import { counted, formatFixed } from "@/components/format/number";
import type { CoverageGap, CoverageSum, GapCandidate, Potential } from "@/lib/contracts/coverage";
import type { CoverageState } from "@/lib/domain/activate/coverage-state";
import type { CoverageShare } from "@/lib/domain/activate/coverage-sum";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";

export const STATES: Readonly<Record<CoverageState, string>> = {
  white_space: "White space",
  thin: "Thin",
  covered: "Covered",
  contested: "Contested",
};

/** Ten-thousandths as whole units of the currency. */
export function amountWords(amountE4: number, currency: string): string {
  return formatMoneyExact(amountE4, currency, 0);
}

export function potentialWords(potential: Potential | null, currency: string): string {
  return potential === null ? "not known" : amountWords(potential.amountE4, currency);
}

const SOURCES: Readonly<Record<Potential["source"], string>> = { stated: "imported", shared: "imported, shared out", estimated: "estimate" };

export function sourceWords(potential: Potential | null): string {
  return potential === null ? "no estimate" : SOURCES[potential.source];
}

/** "71.2%", or that it is not defined. */
export function shareWords({ percent }: CoverageShare): string {
  return percent === null ? "not defined" : `${formatFixed(percent, 1)}%`;
}

/** "3 white space, 2 thin": the states that occur among the cells. */
export function stateCountWords({ byState }: CoverageSum): string {
  const states = ["white_space", "thin", "covered", "contested"] as const;
  return states
    .filter((state) => byState[state] > 0)
    .map((state) => `${byState[state]} ${STATES[state].toLowerCase()}`)
    .join(", ");
}

/** Why a cell has its state, in one sentence. */
export function stateReason(state: CoverageState, partners: number, rule: CoverageRule, potentialKnown: boolean): string {
  switch (state) {
    case "white_space":
      return "No active qualified partner sells here.";
    case "thin":
      return partners < rule.thin.fewerThan
        ? `${counted(partners, "active qualified partner")}: fewer than ${rule.thin.fewerThan}.`
        : `Revenue is below ${rule.thin.belowPercent}% of the potential.`;
    case "covered":
      return `${counted(partners, "active qualified partner")}${potentialKnown ? `, and revenue of at least ${rule.thin.belowPercent}% of the potential` : ""}.`;
    case "contested":
      return `${counted(partners, "active qualified partner")}: more than ${rule.contestedAbove}.`;
  }
}

/** Why there is revenue where nobody covers: without this, white space that sells its potential reads like a mistake. Null where there is nothing to explain. */
export function uncoveredSalesWords(state: CoverageState, revenueE4: number): string | null {
  return state === "white_space" && revenueE4 > 0 ? "all of it without an active qualified partner" : null;
}

/** White space that sells as much as is expected of it or more: who sells does not count as covering. */
export function isOutsold({ state, revenueE4, potential }: Pick<CoverageGap, "state" | "revenueE4" | "potential">): boolean {
  return state === "white_space" && potential !== null && revenueE4 > 0 && revenueE4 >= potential.amountE4;
}

/** When a cell has which state, a sentence each. `tierName` names the tier from which on a partner is qualified. */
export function coverageRuleWords({ trailingMonths, activeFrom, thin, contestedAbove }: CoverageRule, tierName: string, currency: string): string[] {
  return [
    `A cell is a region that has none below it, and a product line.`,
    `A partner is active in a cell with at least ${(Number.isInteger(activeFrom) ? formatMoneyWhole : formatMoney)(activeFrom, currency)} of revenue there in the last ${counted(trailingMonths, "month")}.`,
    `A partner is qualified in the tier ${tierName} or a higher one.`,
    `White space: no active qualified partner.`,
    `Thin: fewer than ${counted(thin.fewerThan, "of them", "of them")}, or revenue below ${thin.belowPercent}% of the potential.`,
    `Contested: more than ${contestedAbove} of them. Covered: everything else.`,
  ];
}

/** Why somebody is a candidate, in a few words: "same area (Ohio), sells this line". */
export function candidateReason({ nearness, sells, isQualified, region }: GapCandidate, tierName: string): string {
  const place = { here: "lies here", sibling: `same area (${region.name})`, wider: `wider area (${region.name})` }[nearness];
  const what = sells === "line" ? "sells this line" : "sells its category";
  return `${place}, ${what}${isQualified ? "" : `, not yet ${tierName}`}`;
}
