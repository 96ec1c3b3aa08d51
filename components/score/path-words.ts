import { formatDate } from "@/components/format/date";
import { formatPoints, listed } from "@/components/format/number";
import type { PathAnswer, PathWay } from "@/lib/contracts/path";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { type CheckNames, missingWords, nearestUnmet } from "./check-words";
import type { Reader } from "./reader";

/** "Path to Gold"; of the tier held, which is in danger, "Path to keep Gold". */
export function pathTitle({ tier }: PathAnswer, held: string): string {
  if (tier === null) return "Path to the next tier";
  return tier.key === held ? `Path to keep ${tier.name}` : `Path to ${tier.name}`;
}

type Told = { readonly reader: Reader; readonly names: CheckNames; readonly organization: PartnerScorecard["organization"] };

/** What can be said of the path as a whole; its ways follow where there are some. */
export function adviceWords(path: PathAnswer, { reader, names, organization }: Told): string {
  const tier = path.tier?.name ?? "";
  const isOwn = reader === "partner";
  const whose = isOwn ? "Your" : "Its";
  switch (path.kind) {
    case "highest":
      return `There is no tier above, and ${isOwn ? "your" : "its"} figures qualify for this one.`;
    case "reached":
      return `${whose} figures qualify for ${tier} already. Whether it follows is up to the program's rules of movement, at the earliest ${dayWords(path)}.`;
    case "seats_taken":
      return `${isOwn ? "You meet" : "It meets"} what ${tier} asks, and all its seats are taken by higher scores. A higher score may win one.`;
    case "depends_on_others":
      return `Whether ${isOwn ? "you reach" : "it reaches"} ${tier} depends on how other partners do, so that no way there can be promised.`;
    case "no_effort":
      return isOwn
        ? `${organization.name} has not stated yet what it takes to better each number, so no way to ${tier} can be worked out.`
        : `The program does not say what it takes to better a metric, so no way to ${tier} can be worked out. State it under Effort in the studio.`;
    case "too_complex":
      return `There are more ways to ${tier} than can be looked at, and a guess might be wrong. What is missing for it is below.`;
    case "out_of_reach":
      return `Not possible for now. Even with everything bettered as far as can be hoped for, ${tier} would lack ${lackWords(path, names)}.`;
    case "paths":
      return timeWords(path);
  }
}

/** Whether there is a way by the day asked for, and what comes first where there is none. */
function timeWords({ ways, firstReview, ...path }: PathAnswer): string {
  if (ways[0]?.inTime) return `The way that takes the least, in time for ${dayWords(path)}.`;
  if (ways.some(({ inTime }) => inTime)) return `The easiest way counts too late for ${dayWords(path)}. Another one is in time, at more effort.`;
  const first = firstReview === null ? "" : ` The first review at which it can count is on ${formatDate(firstReview)}.`;
  return `Not possible by ${path.isByAsked ? "" : "the next review, "}${formatDate(path.by ?? "")}.${first}`;
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
export function wayTitle(place: number, { easiest }: PathWay, { ways }: PathAnswer): string {
  if (place === 0) return ways.length === 1 ? "The way" : "The easiest way";
  return easiest ? "Or instead, for the same effort" : "Or instead, for more effort";
}

/** When a way counts, and what comes of it. */
export function outcomeWords(way: PathWay, path: PathAnswer, reader: Reader): string {
  const score =
    way.score === null ? "" : ` ${reader === "partner" ? "Your" : "The"} score is then ${formatPoints(way.score, path.program.scoreDecimals)}.`;
  const higher = way.qualifies.key === path.tier?.key ? "" : ` It is enough for ${way.qualifies.name}.`;
  return `${countsWords(way, path)}${score}${higher}`;
}

function countsWords({ leadDays, countsOn, review, inTime }: PathWay, path: PathAnswer): string {
  const from = leadDays === 0 ? "Counts at once" : `Counts from ${formatDate(countsOn)}`;
  if (inTime) return `${from}, in time for ${dayWords(path)}.`;
  return `${from}: too late for ${dayWords(path)}, in time for the review on ${formatDate(review)}.`;
}

/** What has to stay as it is for a path to hold. */
export function assumptionWords({ ways, others, hasSeats, tier }: PathAnswer, reader: Reader): string {
  const isTrailing = ways.some(({ steps }) => steps.some(({ source }) => "window" in source && source.window.kind === "trailingMonths"));
  return [
    `Everything else stays as it is${others === "as_they_are" ? ", the other partners too" : ""}.`,
    isTrailing ? "The last months are counted anew at each review: what was sold in months that drop out has to be sold again." : "",
    others === "left_out" && hasSeats ? `${tier?.name} has a limited number of seats, for the best scores: how others do decides as well.` : "",
    others === "left_out" && !hasSeats ? "What depends on other partners is left as it is." : "",
    `${reader === "partner" ? "The days until something counts are" : "Effort and days are"} estimates of the program.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
