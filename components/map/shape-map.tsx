import { GROUND, MAPS, type MapName } from "./maps";

/** How a region is filled; "blank" regions are known and empty, and stand out by the colour of white space and its outline. */
export type MapShade = "none" | "blank" | "low" | "middle" | "high";

const SHADES: Readonly<Record<MapShade, string>> = {
  none: "fill-track stroke-canvas",
  blank: "fill-warn-soft stroke-warn/70",
  low: "fill-accent/35 stroke-canvas",
  middle: "fill-accent/60 stroke-canvas",
  high: "fill-accent/90 stroke-canvas",
};
/** A shape drawn later covers the outlines of its neighbours. */
const ORDER: readonly MapShade[] = ["none", "low", "middle", "high", "blank"];

type ShapeMapProps = {
  readonly map: MapName;
  /** What the picture shows; the table beside it has the figures. */
  readonly label: string;
  /** By code; what the map has and these have not is drawn as empty ground, and a code that is not on it is not drawn. */
  readonly regions: ReadonlyMap<string, { readonly shade: MapShade; readonly title: string }>;
};

/** A map whose shapes are fetched once and kept by the browser; the page itself only says how to fill them. */
export function ShapeMap({ map, label, regions }: ShapeMapProps) {
  const { href, width, height } = MAPS[map];
  const shapes = [...regions].toSorted(([, a], [, b]) => ORDER.indexOf(a.shade) - ORDER.indexOf(b.shade));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="h-auto w-full break-inside-avoid">
      <use href={`${href}#${GROUND}`} className={SHADES.none} strokeWidth={0.75} />
      {shapes.map(([code, { shade, title }]) => (
        <use key={code} href={`${href}#${code}`} className={SHADES[shade]} strokeWidth={shade === "blank" ? 1.5 : 0.75}>
          <title>{title}</title>
        </use>
      ))}
    </svg>
  );
}

/** What a shade means, beside a sample of it. */
export function MapKey({ shades }: { readonly shades: readonly { readonly shade: MapShade; readonly words: string }[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {shades.map(({ shade, words }) => (
        <li key={shade} className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 16 12" className="h-3 w-4">
            {/* Shades let the ground below them through, here as on the map. */}
            <rect x="0.75" y="0.75" width="14.5" height="10.5" className={SHADES.none} />
            <rect x="0.75" y="0.75" width="14.5" height="10.5" className={SHADES[shade]} strokeWidth="1.5" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
