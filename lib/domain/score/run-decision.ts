import type { PartnerInput } from "../run-input";
import type { Confidence, Decision, NodeResult, TierResult } from "./decision";

/** The parts of a decision that are worked out when they are read. */
export type Explanations = {
  readonly nodes: (row: number) => readonly NodeResult[];
  readonly tiers: (row: number) => readonly TierResult[];
  readonly confidence: (row: number, partner: PartnerInput) => Confidence;
};

/** The parts that are settled for every partner. */
export type Outcome = Omit<Decision, keyof Explanations>;

/**
 * A decision whose explanation (nodes, tiers, confidence) is worked out each time it is read, from the run's columns: explaining all
 * partners of a large run at once takes several times the time and memory of deciding them. The getters are own enumerable properties,
 * so that a decision copies, compares and serializes as the plain data that its type says; read them once and keep the result.
 */
export class RunDecision implements Decision {
  static readonly #nodes = {
    enumerable: true,
    get(this: RunDecision) {
      return this.#explanations.nodes(this.#row);
    },
  };
  static readonly #tiers = {
    enumerable: true,
    get(this: RunDecision) {
      return this.#explanations.tiers(this.#row);
    },
  };
  static readonly #confidence = {
    enumerable: true,
    get(this: RunDecision) {
      return this.#explanations.confidence(this.#row, this.#input);
    },
  };

  readonly partner: Decision["partner"];
  readonly score: Decision["score"];
  readonly rank: Decision["rank"];
  readonly metrics: Decision["metrics"];
  readonly qualified: Decision["qualified"];
  readonly decided: Decision["decided"];
  readonly previous: Decision["previous"];
  readonly movement: Decision["movement"];
  readonly override: Decision["override"];
  readonly state: Decision["state"];
  readonly distanceToCut: Decision["distanceToCut"];
  declare readonly nodes: Decision["nodes"];
  declare readonly tiers: Decision["tiers"];
  declare readonly confidence: Decision["confidence"];
  readonly #row: number;
  readonly #input: PartnerInput;
  readonly #explanations: Explanations;

  constructor(outcome: Outcome, row: number, input: PartnerInput, explanations: Explanations) {
    this.partner = outcome.partner;
    this.score = outcome.score;
    this.rank = outcome.rank;
    this.metrics = outcome.metrics;
    this.qualified = outcome.qualified;
    this.decided = outcome.decided;
    this.previous = outcome.previous;
    this.movement = outcome.movement;
    this.override = outcome.override;
    this.state = outcome.state;
    this.distanceToCut = outcome.distanceToCut;
    this.#row = row;
    this.#input = input;
    this.#explanations = explanations;
    // One shared descriptor each: a getter of its own per object would cost every decision its own hidden class.
    Object.defineProperty(this, "nodes", RunDecision.#nodes);
    Object.defineProperty(this, "tiers", RunDecision.#tiers);
    Object.defineProperty(this, "confidence", RunDecision.#confidence);
  }
}
