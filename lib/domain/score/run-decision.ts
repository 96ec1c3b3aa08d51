import type { Program } from "../define/program";
import type { Entitlement } from "../entitle/entitlement";
import type { PartnerInput } from "../run-input";
import type { TierDecisions } from "./decide-tier";
import type { Confidence, Decision, NodeResult, Robustness } from "./decision";
import type { ScoreColumns } from "./node-columns";
import { metricsIn } from "./population";
import type { Qualification } from "./qualify-tier";

/** An evaluated run by column; a row is a partner. */
export type EvaluatedRun = {
  readonly tiers: Program["tiers"];
  /** Rounded; NaN when unscored. */
  readonly score: Float64Array;
  /** 0 when unscored. */
  readonly ranks: Uint32Array;
  readonly qualification: Qualification;
  readonly decisions: TierDecisions;
  /** Points, metrics and score of the reading that counts for the partner. */
  readonly columns: (row: number) => ScoreColumns;
  readonly distanceToCut: (score: number | null, decided: string) => number | null;
  readonly nodes: (row: number) => readonly NodeResult[];
  readonly confidence: (row: number, partner: PartnerInput) => Confidence;
  /** By row; undefined where it was not measured. */
  readonly robustness: ((row: number) => Robustness) | undefined;
  /** By row: the reading that counts; undefined where a partner is measured once. */
  readonly reading: ((row: number) => string | null) | undefined;
  /** By tier, lowest first; null for a program without a catalogue of benefits. */
  readonly entitlements: readonly (readonly Entitlement[])[] | null;
};

/**
 * One partner's decision, read from the columns of its run: every field is worked out each time it is read, so that deciding costs
 * no more than its columns, and an explanation (nodes, tiers, confidence) only what is asked for. Read a field once and keep it.
 *
 * It has no properties of its own, so a spread, `Object.entries` or a structured clone of it finds nothing (to the compiler a spread
 * has no fields): `toJSON` gives the plain data, which JSON.stringify and `canonicalJson` find by themselves.
 */
export class RunDecision implements Decision {
  readonly #run: EvaluatedRun;
  readonly #row: number;
  readonly #input: PartnerInput;

  constructor(run: EvaluatedRun, row: number, input: PartnerInput) {
    this.#run = run;
    this.#row = row;
    this.#input = input;
  }

  get partner(): string {
    return this.#input.partner;
  }

  get score(): number | null {
    const score = this.#run.score[this.#row] ?? Number.NaN;
    return Number.isNaN(score) ? null : score;
  }

  get rank(): number | null {
    return this.#run.ranks[this.#row] || null;
  }

  get metrics(): Decision["metrics"] {
    return metricsIn(this.#input, this.reading ?? null) ?? this.#input.metrics;
  }

  get reading(): Decision["reading"] {
    return this.#run.reading?.(this.#row);
  }

  get nodes(): Decision["nodes"] {
    return this.#run.nodes(this.#row);
  }

  get tiers(): Decision["tiers"] {
    return this.#run.qualification.explain(this.#row);
  }

  get qualified(): string {
    return this.#tierAt(this.#run.qualification.qualified);
  }

  get decided(): string {
    return this.#tierAt(this.#run.decisions.decided);
  }

  get previous(): Decision["previous"] {
    return this.#input.previous;
  }

  get movement(): Decision["movement"] {
    return this.#run.decisions.movement(this.#row);
  }

  get override(): Decision["override"] {
    return this.#run.decisions.override(this.#row);
  }

  get state(): Decision["state"] {
    return this.#run.decisions.state(this.#row);
  }

  get distanceToCut(): number | null {
    return this.#run.distanceToCut(this.score, this.decided);
  }

  get confidence(): Confidence {
    return this.#run.confidence(this.#row, this.#input);
  }

  get robustness(): Decision["robustness"] {
    return this.#run.robustness?.(this.#row);
  }

  get entitlements(): Decision["entitlements"] {
    return this.#run.entitlements?.[this.#run.decisions.decided[this.#row] ?? 0];
  }

  toJSON(): Decision {
    const { partner, score, rank, metrics, nodes, tiers, qualified, decided, previous, movement, override, state, distanceToCut, confidence } = this;
    const decision = {
      partner,
      score,
      rank,
      metrics,
      nodes,
      tiers,
      qualified,
      decided,
      previous,
      movement,
      override,
      state,
      distanceToCut,
      confidence,
    };
    const { robustness, reading, entitlements } = this;
    return {
      ...decision,
      ...(robustness !== undefined && { robustness }),
      ...(reading !== undefined && { reading }),
      ...(entitlements !== undefined && { entitlements }),
    };
  }

  #tierAt(places: Uint8Array): string {
    return this.#run.tiers[places[this.#row] ?? 0]?.key ?? "";
  }
}
