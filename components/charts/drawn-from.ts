/** From which place on there is something to draw: the first at which a series has a value; 0 where none has. */
export function drawnFrom(series: readonly (readonly (number | null)[])[]): number {
  const places = series.map((values) => values.findIndex((value) => value !== null)).filter((place) => place >= 0);
  return places.length === 0 ? 0 : Math.min(...places);
}
