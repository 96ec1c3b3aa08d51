import { DEFAULT_ROBUSTNESS } from "../define/default-robustness";
import type { Program, ScoreNode } from "../define/program";
import { scoreTree, usesWeights } from "../define/score-tree";
import type { IsoDate } from "../shared/iso-date";
import { seededRandom } from "../shared/seeded-random";
import { decideTiers } from "./decide-tier";
import type { Robustness } from "./decision";
import type { Population } from "./population";
import { qualifyPopulation } from "./qualify-population";
import { competitionRanks } from "./rank";
import { scoreLeaves } from "./score-columns";

export const VARIATIONS = 1000;
/** The same weights are tried in every run, so that runs compare. */
const SEED = 1;

type Judged = { readonly decided: Uint8Array; readonly ranks: Uint32Array };

/**
 * How firmly each tier stands when nobody can say that the weights are exactly right (OECD, Handbook on Constructing Composite
 * Indicators, step 7; Saisana, Saltelli, Tarantola 2005): every weight of the score is varied independently and evenly by up to the
 * program's spread, VARIATIONS times, and all partners are evaluated each time, one step each. `judged`: the evaluation itself.
 */
export function* measureRobustness(
  program: Program,
  asOf: IsoDate,
  population: Population,
  judged: Judged,
): Generator<undefined, (row: number) => Robustness> {
  const { spreadPercent, solidFromPercent } = program.robustness ?? DEFAULT_ROBUSTNESS;
  const size = population.partners.length;
  const stays = new Uint32Array(size);
  const rankBest = judged.ranks.slice();
  const rankWorst = judged.ranks.slice();
  const random = seededRandom(SEED);
  const tree = scoreTree(program.score);
  const leaves = population.readings.map(({ table }) => scoreLeaves(program, tree, table));
  const isVaried = varies(program.score);

  for (let variation = 0; isVaried && variation < VARIATIONS; variation++) {
    const varied = { ...program, score: varyWeights(program.score, spreadPercent / 100, random) };
    const { score, qualification } = qualifyPopulation(varied, scoreTree(varied.score), population, leaves);
    const { decided } = decideTiers(varied, asOf, population.partners, qualification);
    const ranks = competitionRanks(score, program.scoreDecimals);
    for (let row = 0; row < size; row++) {
      if (decided[row] === judged.decided[row]) stays[row] = (stays[row] ?? 0) + 1;
      const rank = ranks[row] ?? 0;
      if (rank === 0) continue;
      if (rankBest[row] === 0 || rank < (rankBest[row] ?? 0)) rankBest[row] = rank;
      if (rank > (rankWorst[row] ?? 0)) rankWorst[row] = rank;
    }
    yield;
  }
  return (row) => {
    const count = isVaried ? (stays[row] ?? 0) : VARIATIONS;
    return {
      ...{ stays: count, variations: VARIATIONS },
      ...{ rankBest: rankBest[row] || null, rankWorst: rankWorst[row] || null },
      verdict: count * 100 >= solidFromPercent * VARIATIONS ? "solid" : "borderline",
    };
  };
}

/** Whether the score has weights that could be other ones: of a single child the weight does not matter. */
function varies(node: ScoreNode): boolean {
  if (node.kind === "criterion") return false;
  const weighed = node.children.filter(({ weight }) => weight > 0);
  return (usesWeights(node.combine) && weighed.length > 1) || node.children.some(varies);
}

/** Every weight times 1 ± at most `spread`, in document order. */
function varyWeights(node: ScoreNode, spread: number, random: () => number): ScoreNode {
  const weight = node.weight * (1 + spread * (2 * random() - 1));
  if (node.kind === "criterion") return { ...node, weight };
  return { ...node, weight, children: node.children.map((child) => varyWeights(child, spread, random)) };
}
