import { COUNTRY_CODES } from "./country-codes";
import { STATE_CODES } from "./state-codes";

export type MapName = "states" | "countries";

/** The id of all shapes of a map together. */
export const GROUND = "ground";

/** The maps there are: where their shapes lie, how large their paper is, and the codes of the regions on them. */
export const MAPS = {
  states: { href: "/maps/states.svg", width: 975, height: 610, codes: Object.values(STATE_CODES) },
  countries: { href: "/maps/countries.svg", width: 960, height: 468, codes: Object.values(COUNTRY_CODES) },
} as const satisfies Record<MapName, { href: string; width: number; height: number; codes: readonly string[] }>;
