/**
 * Which labels have room on an axis: places (0 to 1) are taken in the order of `priority` while each keeps `room` to all taken before.
 * Gives the indexes of the places that keep their label.
 */
export function labelSpread(places: readonly number[], priority: readonly number[], room: number): ReadonlySet<number> {
  const kept: number[] = [];
  for (const index of priority) {
    const place = places[index];
    if (place === undefined) continue;
    if (kept.every((other) => other !== index && Math.abs((places[other] ?? 0) - place) >= room)) kept.push(index);
  }
  return new Set(kept);
}
