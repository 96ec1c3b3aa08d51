/** How many pages of `size` rows there are; an empty table still has a page. */
export function pageCount(rows: number, size: number): number {
  const onLast = rows % size;
  const full = (rows - onLast) / size;
  return onLast > 0 || rows === 0 ? full + 1 : full;
}
