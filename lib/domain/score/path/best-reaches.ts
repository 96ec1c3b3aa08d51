import type { Reach } from "./reach";
import type { Work } from "./work-limit";

/**
 * Collects reaches and keeps those worth knowing: to which no other one is alike that takes as little effort and is at least as good; or,
 * where more may be worse (`everyValue`), the least effort for every value. Nearly all that is offered is refused, so that to ask
 * (`wants`) is made cheap, and a reach is put together only to be kept.
 */
export class BestReaches {
  readonly #everyValue: boolean;
  readonly #work: Work;
  /** By what is alike. */
  readonly #kept = new Map<number, Kept>();

  constructor(everyValue: boolean, work: Work) {
    this.#everyValue = everyValue;
    this.#work = work;
  }

  wants(effort: number, value: number, alike: number): boolean {
    return this.#kept.get(alike)?.wants(effort, value) ?? true;
  }

  keep(reach: Reach): void {
    const kept = this.#kept.get(reach.alike) ?? (this.#everyValue ? new EachValue() : new Staircase());
    this.#kept.set(reach.alike, kept);
    if (!kept.wants(reach.effort, reach.value)) return;
    kept.keep(reach);
    // Keeping one among many others moves them.
    this.#work(kept.size / MOVED_AT_ONCE);
  }

  all(): readonly Reach[] {
    const [first, ...others] = this.#kept.values();
    return first === undefined ? [] : others.length === 0 ? first.all() : [first, ...others].flatMap((kept) => kept.all());
  }
}

/** Those of some reaches worth knowing. */
export function bestOf(reaches: readonly Reach[], everyValue: boolean, work: Work): readonly Reach[] {
  if (reaches.length < 2) return reaches;
  const best = new BestReaches(everyValue, work);
  for (const reach of reaches) best.keep(reach);
  return best.all();
}

const MOVED_AT_ONCE = 32;

type Kept = {
  readonly size: number;
  readonly wants: (effort: number, value: number) => boolean;
  readonly keep: (reach: Reach) => void;
  readonly all: () => readonly Reach[];
};

/** More effort, more value. */
class Staircase implements Kept {
  readonly #reaches: Reach[] = [];

  get size(): number {
    return this.#reaches.length;
  }

  wants(effort: number, value: number): boolean {
    const at = this.#placeOf(effort);
    const cheaper = this.#reaches[at - 1];
    const next = this.#reaches[at];
    return !(cheaper !== undefined && cheaper.value >= value) && !(next !== undefined && next.effort === effort && next.value >= value);
  }

  keep(reach: Reach): void {
    const at = this.#placeOf(reach.effort);
    let end = at;
    while (end < this.#reaches.length && (this.#reaches[end]?.value ?? Number.POSITIVE_INFINITY) <= reach.value) end += 1;
    this.#reaches.splice(at, end - at, reach);
  }

  all(): readonly Reach[] {
    return this.#reaches;
  }

  /** The place of the first reach that takes as much effort or more. */
  #placeOf(effort: number): number {
    let [from, until] = [0, this.#reaches.length];
    while (from < until) {
      const middle = (from + until) >>> 1;
      if ((this.#reaches[middle]?.effort ?? 0) < effort) from = middle + 1;
      else until = middle;
    }
    return from;
  }
}

class EachValue implements Kept {
  readonly #byValue = new Map<number, Reach>();

  get size(): number {
    return 0;
  }

  wants(effort: number, value: number): boolean {
    const known = this.#byValue.get(value);
    return known === undefined || effort < known.effort;
  }

  keep(reach: Reach): void {
    this.#byValue.set(reach.value, reach);
  }

  all(): readonly Reach[] {
    return [...this.#byValue.values()];
  }
}
