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

/** Moves rows (and their money) that turned out to be known already out of the loaded ones, or of those that wait. */
export function moveToUnchanged(tally: Tally, from: "loaded" | "unmatched", rows: number, amounts: Amounts): void {
  tally[from] -= rows;
  tally.unchanged += rows;
  for (const [currency, e4] of Object.entries(amounts)) {
    if (tally.amounts === null) continue;
    addAmount(tally.amounts[from], currency, -e4);
    addAmount(tally.amounts.unchanged, currency, e4);
  }
}

/** The balance before anything turned out to be known; `unmatched` are the rows that the batch has parked. */
export function forgetUnchanged(tally: Tally, unmatched: { readonly rows: number; readonly amounts: Amounts }): void {
  const { read, duplicate, rejected, ignored } = tally;
  tally.loaded = read - duplicate - rejected - ignored - unmatched.rows;
  tally.unmatched = unmatched.rows;
  tally.unchanged = 0;
  tally.corrected = 0;
  if (tally.amounts === null) return;
  tally.amounts = { ...tally.amounts, loaded: { ...tally.amounts.read }, unmatched: { ...unmatched.amounts }, unchanged: {} };
  for (const part of [tally.amounts.duplicate, tally.amounts.unmatched]) {
    for (const [currency, e4] of Object.entries(part)) addAmount(tally.amounts.loaded, currency, -e4);
  }
}
