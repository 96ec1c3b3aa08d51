import { formatDate } from "@/components/format/date";
import { formatPoints, listed } from "@/components/format/number";
import type { PathAnswer, PathWay } from "@/lib/contracts/path";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { type CheckNames, missingWords, nearestUnmet } from "./check-words";
import { isOfSales } from "./path-step-words";
import type { Reader } from "./reader";

/** "Path to Gold"; of the tier held, which is in danger, "Path to keep Gold". */
export function pathTitle({ kind, tier }: PathAnswer, scorecard: Pick<PartnerScorecard, "tier">): string {
  if (tier === null) return "Path to the next tier";
  return tier.key === scorecard.tier.key && kind !== "reached" ? `Path to keep ${tier.name}` : `Path to ${tier.name}`;
}

type Told = {
  readonly reader: Reader;
  readonly names: CheckNames;
  readonly scorecard: Pick<PartnerScorecard, "organization" | "tier" | "tiers">;
};

/** What can be said of the path as a whole; its ways follow where there are some. */
export function adviceWords(path: PathAnswer, { reader, names, scorecard }: Told): string {
  const tier = path.tier?.name ?? "";
  const isOwn = reader === "partner";
  const whose = isOwn ? "Your" : "Its";
  switch (path.kind) {
    case "highest":
      return `There is no tier above, and ${isOwn ? "your" : "its"} figures qualify for this one.`;
    case "reached":
      return isHeld(path, scorecard)
        ? `${whose} figures qualify for ${tier}, and ${isOwn ? "you have" : "it has"} it already.`
        : `${whose} figures qualify for ${tier} already. Whether it follows is up to the program's rules of movement, at the earliest ${dayWords(path)}.`;
    case "seats_taken":
      return `${isOwn ? "You meet" : "It meets"} what ${tier} asks, and all its seats are taken by higher scores. A higher score may win one.`;
    case "depends_on_others":
      return `Whether ${isOwn ? "you reach" : "it reaches"} ${tier} depends on how other partners do, so that no way there can be promised.`;
    case "no_effort":
      return isOwn
        ? `${scorecard.organization.name} has not stated yet what it takes to better each number, so no way to ${tier} can be worked out.`
        : `The program does not say what it takes to better a metric, so no way to ${tier} can be worked out. State it under Effort in the studio.`;
    case "too_complex":
      return `There are more ways to ${tier} than can be looked at, and a guess might be wrong. What is missing for it is below.`;
    case "out_of_reach":
      return `Not possible for now. Even with everything bettered as far as can be hoped for, ${tier} would lack ${lackWords(path, names)}.`;
    case "paths":
      return timeWords(path);
  }
}

/** Whether the partner is in the tier, or in a higher one. */
function isHeld(path: PathAnswer, { tier, tiers }: Told["scorecard"]): boolean {
  const placeOf = (asked: string | undefined) => tiers.findIndex(({ key }) => key === asked);
  return placeOf(path.tier?.key) <= placeOf(tier.key);
}

/** Whether there is a way by the day asked for, and what comes first where there is none. */
function timeWords({ ways, firstReview, ...path }: PathAnswer): string {
  if (ways.some(({ easiest, inTime }) => easiest && inTime)) return `Possible by ${dayWords(path)}.`;
  if (ways.some(({ inTime }) => inTime)) return `Possible by ${dayWords(path)}, but not in the easiest way.`;
  const first = firstReview === null ? "" : ` The first review at which it can count is on ${formatDate(firstReview)}.`;
  return `Not possible by ${dayWords(path)}.${first}`;
}

function dayWords({ by, isByAsked }: Pick<PathAnswer, "by" | "isByAsked">): string {
  return `${isByAsked ? "" : "the next review, "}${formatDate(by ?? "")}`;
}

/** "3.6 points of score and 1 of Certified people", a seat where only that lacks, and of a ladder whose tier it is that lacks it. */
function lackWords({ missing, tier }: PathAnswer, names: CheckNames): string {
  const lacks = missing.map(({ key, name, check, seats }) => {
    const unmet = check === null ? [] : nearestUnmet(check).map((part) => missingWords(part, names));
    const seat = seats !== null && !seats.seated ? ["a seat"] : [];
    return `${listed([...unmet, ...seat])}${key === tier?.key ? "" : `, which ${name} below it asks`}`;
  });
  return lacks.join("; ");
}

/** What stands above a way: how it compares with the one before it. */
export function wayTitle(way: PathWay, { ways }: PathAnswer): string {
  if (way === ways[0]) return ways.length === 1 ? "The way" : "The easiest way";
  if (way.easiest) return "Or instead, for the same effort";
  return way.inTime && ways.some(({ easiest, inTime }) => easiest && !inTime) ? "Or instead in time, for more effort" : "Or instead, for more effort";
}

/** When a way counts, and what comes of it. */
export function outcomeWords(way: PathWay, path: PathAnswer, reader: Reader): string {
  const score =
    way.score === null ? "" : ` ${reader === "partner" ? "Your" : "The"} score is then ${formatPoints(way.score, path.program.scoreDecimals)}.`;
  const higher = way.qualifies.key === path.tier?.key ? "" : ` It is enough for ${way.qualifies.name}.`;
  return `${countsWords(way, path)}${score}${higher}`;
}

function countsWords({ leadDays, countsOn, review, inTime }: PathWay, { by, isByAsked }: PathAnswer): string {
  const from = leadDays === 0 ? "Counts at once" : `Counts from ${formatDate(countsOn)}`;
  const day = isByAsked ? formatDate(by ?? "") : "the next review";
  return inTime ? `${from}, in time for ${day}.` : `${from}, too late for ${day} and in time for the review on ${formatDate(review)}.`;
}

/** What has to stay as it is for a path to hold. */
export function assumptionWords({ ways, others, hasSeats, tier }: PathAnswer, reader: Reader): string {
  const isTrailing = ways.some(({ steps }) => steps.some(({ source }) => isOfSales(source) && source.window.kind === "trailingMonths"));
  return [
    `Everything else stays as it is${others === "as_they_are" ? ", the other partners too" : ""}.`,
    isTrailing ? "The last months are counted anew at each review: what was sold in a month that drops out has to be sold again." : "",
    others === "left_out" && reader === "staff" ? "This run has too many partners to follow what a change does among them." : "",
    others === "left_out" && hasSeats ? `${tier?.name} has a limited number of seats, for the best scores: how others do decides as well.` : "",
    others === "left_out" && !hasSeats ? "What depends on other partners is left as it is." : "",
    `${reader === "partner" ? "The days until something counts are" : "Effort and days are"} estimates of the program.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
