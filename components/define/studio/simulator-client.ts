import type { Program } from "@/lib/domain/define/program";
import type { Cliff } from "@/lib/domain/optimize/cliffs";
import type { Look } from "@/lib/domain/optimize/what-if";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import type { FromSimulator, GroundRun, ToSimulator, Tried } from "./simulator-messages";

export type GroundState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly run: GroundRun }
  /** No run is published yet. */
  | { readonly kind: "missing" }
  | { readonly kind: "failed"; readonly message: string };

export type SimulatorView = {
  readonly ground: GroundState;
  /** The last answer; null before the first. */
  readonly tried: Tried | null;
  /** The last answer that has a trial: while the rules contradict themselves, it is of the rules before. */
  readonly lastTrial: Tried | null;
  /** The last ones that were worked out, which may be of the rules before; null before the first. */
  readonly cliffs: readonly Cliff[] | null;
};

type Asked = { readonly document: Program; readonly look: Look };

/**
 * The page's side of the simulator. One trial is under way at a time, and of those that wait only the last one is sent: what is moved
 * faster than the engine answers skips what nobody would see.
 */
export class SimulatorClient {
  readonly #listeners = new Set<() => void>();
  #view: SimulatorView = { ground: { kind: "loading" }, tried: null, lastTrial: null, cliffs: null };
  #worker: Worker | null = null;
  #path: string | null = null;
  #last: Asked;
  #isWaiting = true;
  #sent = 0;
  #answered = 0;

  constructor(document: Program, look: Look) {
    this.#last = { document, look };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SimulatorView => this.#view;

  start(): void {
    const worker = new Worker(new URL("./simulator.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromSimulator>) => this.#hear(data);
    worker.onerror = () => this.#set({ ground: { kind: "failed", message: "The simulator stopped. Reload the page to start it again." } });
    this.#worker = worker;
    if (this.#path !== null) this.ground(this.#path);
    this.#isWaiting = true;
    this.#send();
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#answered = this.#sent;
  }

  /** Where the partners come from; asked again they are read anew. */
  ground(path: string): void {
    this.#path = path;
    this.#post({ kind: "ground", path });
  }

  /** Reads the partners again where they could not be read. */
  readonly again = (): void => {
    if (this.#path === null) return;
    this.#set({ ground: { kind: "loading" } });
    this.ground(this.#path);
  };

  /** Tries other rules, or looks at something else of them. */
  ask(change: Partial<Asked>): void {
    const next = { ...this.#last, ...change };
    if (next.document === this.#last.document && next.look === this.#last.look) return;
    this.#last = next;
    this.#isWaiting = true;
    this.#send();
  }

  #hear(message: FromSimulator): void {
    switch (message.kind) {
      case "ground":
        this.#set({ ground: { kind: "ready", run: message.run } });
        break;
      case "no_ground":
        this.#set({ ground: message.isMissing ? { kind: "missing" } : { kind: "failed", message: message.message } });
        break;
      case "tried":
        this.#answered = Math.max(this.#answered, message.number);
        this.#show(this.#known(message));
        this.#send();
    }
  }

  #show(tried: Tried): void {
    this.#set({ tried, ...(tried.trial !== null && { lastTrial: tried, cliffs: tried.trial.cliffs ?? this.#view.cliffs }) });
  }

  /** The same contradictions as before are the same object, so that they are not drawn anew. */
  #known(tried: Tried): Tried {
    const before = this.#view.tried?.issues;
    return before !== undefined && canonicalJson(before) === canonicalJson(tried.issues) ? { ...tried, issues: before } : tried;
  }

  #send(): void {
    if (!this.#isWaiting || this.#sent > this.#answered || this.#worker === null) return;
    this.#isWaiting = false;
    this.#sent += 1;
    this.#post({ kind: "try", number: this.#sent, ...this.#last });
  }

  #post(message: ToSimulator): void {
    this.#worker?.postMessage(message);
  }

  #set(change: Partial<SimulatorView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
