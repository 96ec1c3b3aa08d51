import { coverageRuleWords } from "@/components/activate/coverage-words";
import { formatMonth } from "@/components/format/date";
import { formatMoneyStated } from "@/components/format/money";
import { counted, formatStated } from "@/components/format/number";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/default-robustness";
import type { ProgramChange } from "@/lib/domain/define/diff-programs";
import type { Movement, Program } from "@/lib/domain/define/program";
import { asPhrase, type ChangeSide, type ChangeSides, restated, shiftWords, tierNameIn } from "./change-side";
import { keptWords, newPartnersWords, qualificationWords, readingsWords, reviewWords, robustnessRuleWords, stepWords } from "./rule-words";

/** How a rule is told: what it is called, what one side says of it, and how the two are put beside each other. */
type Telling<Rule> = {
  readonly subject: string;
  readonly words: (rule: Rule, side: ChangeSide) => string | null;
  readonly beside: (subject: string, before: string | null, after: string | null) => string;
};

const PROGRAM: Readonly<Record<string, Telling<Program>>> = {
  name: { subject: "The program's name", words: ({ name }) => name, beside: shiftWords },
  description: { subject: "Description", words: ({ description }) => description ?? null, beside: restated },
  currency: { subject: "Currency", words: ({ currency }) => currency, beside: shiftWords },
  fiscalCalendar: { subject: "The fiscal year starts in", words: ({ fiscalCalendar }) => formatMonth(fiscalCalendar.startMonth), beside: shiftWords },
  programYearStartMonth: {
    subject: "The program year starts in",
    words: ({ programYearStartMonth: month, fiscalCalendar }) => formatMonth(month ?? fiscalCalendar.startMonth),
    beside: shiftWords,
  },
  scoreDecimals: { subject: "Scores are rounded to", words: ({ scoreDecimals }) => counted(scoreDecimals, "decimal"), beside: shiftWords },
  qualification: { subject: "Qualification", words: ({ qualification }) => asPhrase(qualificationWords(qualification)), beside: restated },
  readings: {
    subject: "Readings",
    words: ({ readings }) => (readings ? asPhrase(readingsWords(readings)) : "a partner is measured once"),
    beside: restated,
  },
  robustness: { subject: "Robustness", words: ({ robustness }) => asPhrase(robustnessRuleWords(robustness ?? DEFAULT_ROBUSTNESS)), beside: restated },
  effortUnit: { subject: "Effort is counted in", words: ({ effortUnit }) => effortUnit ?? "plain weights", beside: shiftWords },
};

const MOVEMENT: Readonly<Record<string, Telling<Movement>>> = {
  promoteAt: { subject: "Promotions happen", words: ({ promoteAt }) => reviewWords(promoteAt), beside: shiftWords },
  demoteAt: { subject: "Demotions happen", words: ({ demoteAt }) => reviewWords(demoteAt), beside: shiftWords },
  graceReviews: { subject: "Grace", words: ({ graceReviews }) => counted(graceReviews, "missed review"), beside: shiftWords },
  maxStepsUp: { subject: "Promotions go", words: ({ maxStepsUp }) => stepWords(maxStepsUp), beside: shiftWords },
  maxStepsDown: { subject: "Demotions go", words: ({ maxStepsDown }) => stepWords(maxStepsDown), beside: shiftWords },
  holdMargin: {
    subject: "A tier is kept that is missed by less than",
    words: ({ holdMargin }) => `${formatStated(holdMargin)} points`,
    beside: shiftWords,
  },
  keep: {
    subject: "Program year",
    words: ({ keep }) => (keep ? asPhrase(keptWords(keep.programYears)) : "a tier is not kept for it"),
    beside: restated,
  },
  newPartners: {
    subject: "The first months",
    words: ({ newPartners }, side) =>
      newPartners ? asPhrase(newPartnersWords(newPartners, (key) => tierNameIn(side, key))) : "new partners are placed like everybody",
    beside: restated,
  },
};

const COVERAGE: Readonly<Record<string, Telling<CoverageRule>>> = {
  trailingMonths: {
    subject: "Months of sales that make a partner active in a cell",
    words: ({ trailingMonths }) => formatStated(trailingMonths),
    beside: shiftWords,
  },
  activeFrom: {
    subject: "Revenue from which on a partner is active in a cell",
    words: ({ activeFrom }, { program }) => formatMoneyStated(activeFrom, program.currency),
    beside: shiftWords,
  },
  qualifiedTier: {
    subject: "Partners cover cells from this tier on",
    words: ({ qualifiedTier }, side) => tierNameIn(side, qualifiedTier),
    beside: shiftWords,
  },
  thin: {
    subject: "A cell is thin with",
    words: ({ thin }) => `fewer than ${counted(thin.fewerThan, "active qualified partner")}, or below ${thin.belowPercent}% of its potential`,
    beside: restated,
  },
  contestedAbove: {
    subject: "A cell is contested with more than",
    words: ({ contestedAbove }) => counted(contestedAbove, "active qualified partner"),
    beside: shiftWords,
  },
};

/** What has changed of what a program says as a whole. */
export function programChangeWords({ statement }: ProgramChange, sides: ChangeSides): string | null {
  return told(PROGRAM, statement, sides, ({ program }) => program);
}

export function movementChangeWords({ statement }: ProgramChange, sides: ChangeSides): string | null {
  return told(MOVEMENT, statement, sides, ({ program }) => program.movement);
}

export function coverageChangeWords({ statement }: ProgramChange, sides: ChangeSides): string | null {
  const is = sides.after.program.coverage;
  if (statement !== null) return told(COVERAGE, statement, sides, ({ program }) => program.coverage);
  if (is === undefined) return "The program does not say any more when a cell is covered.";
  return `The program now says when a cell is covered. ${coverageRuleWords(is, tierNameIn(sides.after, is.qualifiedTier), sides.after.program.currency).join(" ")}`;
}

/** What has changed of a plan rate. */
export function rateChangeWords({ key, statement, kind }: ProgramChange, { before, after }: ChangeSides): string | null {
  const rateIn = ({ program }: ChangeSide) => program.exchangeRates.find(({ currency }) => currency === key)?.rate ?? null;
  const words = (rate: number | null, { program }: ChangeSide) => rate && `${formatStated(rate)} ${program.currency}`;
  if (statement === null && kind === "moved") return `The rate of ${key} is now listed elsewhere.`;
  const [was, is] = [words(rateIn(before), before), words(rateIn(after), after)];
  return was === null && is === null ? null : shiftWords(`1 ${key}`, was || "no rate", is || "no rate");
}

function told<Rule>(
  tellings: Readonly<Record<string, Telling<Rule>>>,
  statement: string | null,
  { before, after }: ChangeSides,
  ruleOf: (side: ChangeSide) => Rule | undefined,
): string | null {
  const telling = statement === null ? undefined : tellings[statement];
  const [was, is] = [ruleOf(before), ruleOf(after)];
  if (telling === undefined || was === undefined || is === undefined) return null;
  return telling.beside(telling.subject, telling.words(was, before), telling.words(is, after));
}
