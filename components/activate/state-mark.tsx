import type { CoverageState } from "@/lib/domain/activate/coverage-state";
import { STATES } from "./coverage-words";

const RING = "fill-none stroke-current";

/** Each state has a shape of its own, so that no colour is needed to tell them apart. */
const SHAPES = {
  white_space: <circle cx="8" cy="8" r="5.5" className={RING} strokeWidth="1.5" strokeDasharray="2.5 2" />,
  thin: (
    <>
      <circle cx="8" cy="8" r="5.5" className={RING} strokeWidth="1.5" />
      <path d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z" className="fill-current" />
    </>
  ),
  covered: <circle cx="8" cy="8" r="6" className="fill-current" />,
  contested: (
    <>
      <circle cx="5.5" cy="8" r="4.5" className="fill-current" />
      <circle cx="10.5" cy="8" r="4.25" className={RING} strokeWidth="1.5" />
    </>
  ),
} as const;

const TONES = { white_space: "text-warn", thin: "text-warn", covered: "text-good", contested: "text-accent" } as const;

/** A state by its shape and its name. */
export function StateMark({ state }: { readonly state: CoverageState }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateShape state={state} />
      {STATES[state]}
    </span>
  );
}

/** The shape alone, where the name is said otherwise. */
export function StateShape({ state }: { readonly state: CoverageState }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className={`size-3.5 shrink-0 ${TONES[state]}`}>
      {SHAPES[state]}
    </svg>
  );
}
