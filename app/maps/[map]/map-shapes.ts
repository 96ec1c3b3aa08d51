import { readFile } from "node:fs/promises";
import path from "node:path";
import { type GeoPath, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { COUNTRY_CODES } from "@/components/map/country-codes";
import { GROUND, MAPS, type MapName } from "@/components/map/maps";
import { STATE_CODES } from "@/components/map/state-codes";

type Atlas = Topology<Record<string, GeometryCollection>>;
type Source = {
  readonly file: string;
  readonly object: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly draw: (width: number) => GeoPath;
};

/** The states come projected; countries are drawn in equal areas, so that none looks larger than it is. */
const SOURCES: Readonly<Record<MapName, Source>> = {
  states: { file: "us-atlas/states-albers-10m.json", object: "states", codes: STATE_CODES, draw: () => geoPath() },
  countries: {
    file: "world-atlas/countries-110m.json",
    object: "countries",
    codes: COUNTRY_CODES,
    draw: (width) => geoPath(geoEqualEarth().fitWidth?.(width, { type: "Sphere" }) ?? geoEqualEarth()),
  },
};

/** A map as a sheet of shapes: each has the code of its region as id, all together are the ground, and a page draws them with `<use>`. Whole pixels are fine enough for it. */
export async function mapShapes(map: MapName): Promise<string> {
  const { file, object, codes, draw } = SOURCES[map];
  const { width, height } = MAPS[map];
  const atlas: Atlas = JSON.parse(await readFile(path.join(process.cwd(), "node_modules", file), "utf8"));
  const collection = atlas.objects[object];
  if (collection === undefined) throw new Error(`${file} has no ${object}`);
  const shape = draw(width).digits(map === "states" ? 0 : 1);
  const paths = feature(atlas, collection).features.flatMap((region) => {
    const code = codes[String(region.id)];
    const d = shape(region);
    return code === undefined || d === null ? [] : [`<path id="${code}" d="${d}"/>`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs><g id="${GROUND}">${paths.join("")}</g></defs></svg>`;
}
