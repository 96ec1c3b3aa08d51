import { grantWords, PERIODS } from "@/components/entitle/grant-words";
import { formatMoneyStated } from "@/components/format/money";
import { formatStated, listed } from "@/components/format/number";
import type { Benefit } from "@/lib/domain/define/benefit";
import type { ProgramChange } from "@/lib/domain/define/diff-programs";
import type { FundRule } from "@/lib/domain/define/fund";
import { grantIn } from "@/lib/domain/define/grant-in";
import { grantValue } from "@/lib/domain/entitle/grant-value";
import { type ChangeSide, type ChangeSides, metricNameIn, restated, shiftWords, tierNameIn } from "./change-side";

/** What has changed of a benefit of the catalogue. A new one is told with what it grants; null where a key is used twice. */
export function benefitChangeWords(change: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [benefitIn(before, change.key), benefitIn(after, change.key)];
  if (change.statement === null && change.kind === "removed") return was ? `The benefit ${was.name} is gone.` : null;
  if (is === undefined) return null;
  if (change.statement === null)
    return change.kind === "added" ? `New benefit ${is.name}: ${grantsOfAll(is, after)}.` : `${is.name} is now listed elsewhere.`;
  if (was === undefined) return null;
  switch (change.statement) {
    case "name":
      return `The benefit ${was.name} is now called ${is.name}.`;
    case "kind":
      return `${is.name} is now another kind of benefit.`;
    case "outcome":
      return restated(`What is expected of ${is.name}`, was.outcome, is.outcome);
    case "owner":
      return shiftWords(`Owner of ${is.name}`, was.owner, is.owner);
    case "type":
      return restated(`What a grant of ${is.name} is`, typeWords(was, before), typeWords(is, after));
    default:
      return null;
  }
}

/** What has changed of what a tier is granted: one benefit, or all of them. */
export function grantsChangeWords({ key, statement, kind }: ProgramChange, { before, after }: ChangeSides): string | null {
  const tier = tierNameIn(kind === "removed" ? before : after, key);
  if (statement === null) {
    if (kind === "removed") return `${tier} is granted nothing any more.`;
    const granted = (after.program.entitlements?.benefits ?? []).flatMap((benefit) => {
      const grant = grantOf(benefit, key, after);
      return grant === null ? [] : [`${benefit.name} (${grant})`];
    });
    return `${tier} is granted ${granted.length === 0 ? "nothing" : listed(granted)}.`;
  }
  const [was, is] = [benefitIn(before, statement), benefitIn(after, statement)];
  if (was === undefined || is === undefined) return null;
  return shiftWords(`${is.name} of ${tier}`, grantOf(was, key, before) ?? "nothing", grantOf(is, key, after) ?? "nothing");
}

/** What has changed of how a budget is shared. */
export function fundChangeWords(change: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [fundIn(before, change.key), fundIn(after, change.key)];
  const name = `fund of ${benefitIn(after, change.key)?.name ?? benefitIn(before, change.key)?.name ?? change.key}`;
  if (change.statement === null) {
    if (change.kind === "removed") return `The ${name} is gone.`;
    if (change.kind === "moved") return `The ${name} is now listed elsewhere.`;
    return is ? `New ${name}, shared in proportion to score × ${metricNameIn(after, is.revenue)}${boundsOfAll(is, after)}.` : null;
  }
  if (was === undefined || is === undefined) return null;
  if (change.statement === "revenue")
    return shiftWords(`The ${name} is shared by score ×`, metricNameIn(before, was.revenue), metricNameIn(after, is.revenue));
  const tier = change.statement.replace("bounds.", "");
  return restated(`${tierNameIn(after, tier)} in the ${name}`, boundsWords(was, tier, before), boundsWords(is, tier, after));
}

function benefitIn({ program }: ChangeSide, key: string): Benefit | undefined {
  return program.entitlements?.benefits.find((benefit) => benefit.key === key);
}

function fundIn({ program }: ChangeSide, key: string): FundRule | undefined {
  return program.funds?.find(({ benefit }) => benefit === key);
}

/** "Within 24 hours"; null where nothing is granted. */
function grantOf(benefit: Benefit, tier: string, { program }: ChangeSide): string | null {
  const grant = program.entitlements && grantIn(program.entitlements.grants, tier, benefit.key);
  const value = grant === undefined ? null : grantValue(benefit, grant);
  return value && grantWords(value, program.currency);
}

/** "Silver $2,500 a quarter, and Gold $10,000 a quarter". */
function grantsOfAll(benefit: Benefit, side: ChangeSide): string {
  const granted = side.program.tiers.flatMap(({ key, name }) => {
    const grant = grantOf(benefit, key, side);
    return grant === null ? [] : [`${name} ${grant}`];
  });
  return granted.length === 0 ? "granted to no tier" : listed(granted);
}

/** What a grant of a benefit is, and what it lies within. */
function typeWords(benefit: Benefit, { program: { currency } }: ChangeSide): string {
  switch (benefit.type) {
    case "included":
      return "included or not";
    case "level":
      return `one of the levels ${listed(
        benefit.levels.map(({ name }) => name),
        "or",
      )}`;
    case "amount":
      return `an amount for ${PERIODS[benefit.per]}${limitsWords(benefit.limits, (amount) => formatMoneyStated(amount, currency))}`;
    case "rate":
      return `a rate of revenue${limitsWords(benefit.limits, (bps) => `${formatStated(bps / 100)}%`)}`;
    case "time":
      return `a number of ${benefit.unit}${limitsWords(benefit.limits, formatStated)}`;
  }
}

function limitsWords(limits: { readonly least: number; readonly most: number } | undefined, value: (amount: number) => string): string {
  return limits === undefined ? "" : `, ${value(limits.least)} to ${value(limits.most)}`;
}

function boundsOfAll(fund: FundRule, side: ChangeSide): string {
  const bounds = Object.keys(fund.bounds).map((tier) => `${tierNameIn(side, tier)} ${boundsWords(fund, tier, side)}`);
  return bounds.length === 0 ? "" : `; ${listed(bounds)}`;
}

function boundsWords({ bounds }: FundRule, tier: string, { program: { currency } }: ChangeSide): string {
  const { floor = null, cap = null } = Object.hasOwn(bounds, tier) ? (bounds[tier] ?? {}) : {};
  const words = [
    ...(floor === null ? [] : [`at least ${formatMoneyStated(floor, currency)}`]),
    ...(cap === null ? [] : [`at most ${formatMoneyStated(cap, currency)}`]),
  ];
  return words.length === 0 ? "without floor or cap" : words.join(", ");
}
