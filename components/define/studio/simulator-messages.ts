import type { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import type { Look, Trial } from "@/lib/domain/optimize/what-if";

/** What the page asks of the simulator. */
export type ToSimulator =
  /** The partners to try rules on; asked again when the draft measures something else. */
  | { readonly kind: "ground"; readonly path: string }
  /** Answered once there is a ground, and with `cliffs` once more. `number` rises: of several only the last one matters. */
  | { readonly kind: "try"; readonly number: number; readonly document: Program; readonly look: Look };

/** A place in the document that is no rule at all, such as a weight below 0. */
export type Fault = { readonly path: string; readonly message: string };

export type NamedPartner = { readonly code: string; readonly name: string };

/** The run whose partners the rules are tried on. */
export type GroundRun = { readonly number: number; readonly asOf: string; readonly version: number; readonly partners: number };

export type Tried = {
  readonly kind: "tried";
  readonly number: number;
  /** What was looked at. */
  readonly look: Look;
  readonly faults: readonly Fault[];
  readonly issues: readonly ProgramIssue[];
  /** Null where the rules contradict themselves. */
  readonly trial: Trial | null;
  /** Of the trial's `moved` partners, in their order. */
  readonly names: readonly NamedPartner[];
  /** Milliseconds that trying took, without the way to and from the page. */
  readonly took: number;
};

export type FromSimulator =
  | { readonly kind: "ground"; readonly run: GroundRun }
  /** `isMissing`: no run is published yet. */
  | { readonly kind: "no_ground"; readonly isMissing: boolean; readonly message: string }
  | Tried;
