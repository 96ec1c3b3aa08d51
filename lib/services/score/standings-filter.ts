import { movementCodesOf } from "@/lib/contracts/movement-group";
import type { StandingsExportQuery } from "@/lib/contracts/standings";
import type { StandingsFilter } from "@/lib/db/standings";

export function standingsFilter({ search, tier, region, type, movement, borderline }: StandingsExportQuery): StandingsFilter {
  return {
    ...{ search, tier, region, type },
    movements: movement === undefined ? undefined : movementCodesOf(movement),
    borderline: borderline === true ? true : undefined,
  };
}
