/** Ten-thousandths of major units by currency. */
export type Amounts = Record<string, number>;

/** The balance of a batch: read = loaded + unchanged + duplicate + rejected + unmatched + ignored. */
export type Tally = {
  read: number;
  loaded: number;
  unchanged: number;
  duplicate: number;
  rejected: number;
  unmatched: number;
  ignored: number;
  /** Of the loaded ones, those that replace an earlier record. */
  corrected: number;
  /** Only of kinds with money. */
  amounts: { read: Amounts; loaded: Amounts; unchanged: Amounts; duplicate: Amounts; unmatched: Amounts } | null;
};

export function emptyTally(withMoney: boolean): Tally {
  const amounts = { read: {}, loaded: {}, unchanged: {}, duplicate: {}, unmatched: {} };
  return { read: 0, loaded: 0, unchanged: 0, duplicate: 0, rejected: 0, unmatched: 0, ignored: 0, corrected: 0, amounts: withMoney ? amounts : null };
}

/** @throws RangeError when a file's total no longer fits a safe integer: some 900 billion in one currency. */
export function addAmount(amounts: Amounts, currency: string, e4: number): void {
  const sum = (amounts[currency] ?? 0) + e4;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`The amounts in ${currency} add up to more than can be kept exactly.`);
  amounts[currency] = sum;
}

/** Moves rows (and their money) that turned out to be known already out of the loaded ones. */
export function moveToUnchanged(tally: Tally, rows: number, amounts: Amounts): void {
  tally.loaded -= rows;
  tally.unchanged += rows;
  for (const [currency, e4] of Object.entries(amounts)) {
    if (tally.amounts === null) continue;
    addAmount(tally.amounts.loaded, currency, -e4);
    addAmount(tally.amounts.unchanged, currency, e4);
  }
}

/** The balance as reading the file left it: without what a preview found of it to be known or corrected. */
export function forgetPreview(tally: Tally): void {
  const amounts = Object.entries(tally.amounts?.unchanged ?? {}).map(([currency, e4]) => [currency, -e4]);
  moveToUnchanged(tally, -tally.unchanged, Object.fromEntries(amounts));
  tally.corrected = 0;
}
