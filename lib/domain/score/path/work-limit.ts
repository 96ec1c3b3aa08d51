/** What cannot be answered exactly: there is no advice then, never a wrong one. */
export class TooComplex extends Error {}

/** Counts work done; throws TooComplex beyond what is allowed. */
export type Work = (amount: number) => void;

export function workLimit(most: number): Work {
  let done = 0;
  return (amount) => {
    done += amount;
    if (done > most) throw new TooComplex();
  };
}
