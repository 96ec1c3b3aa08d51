import type { StandingsRow } from "@/lib/contracts/standings";
import { StandingsExportQuery } from "@/lib/contracts/standings";
import { longCommand } from "@/lib/services/define-service";
import { type ExportedFile, type TableColumn, type TableFormat, writeTable } from "@/lib/services/table-file";
import { requireRunOrCurrent } from "./require-run";
import { runDto } from "./run-dto";
import { standingDto } from "./standing-dto";
import { standingsFilter } from "./standings-filter";
import { tierNames } from "./tier-names";

const CHUNK = 2000;

/** All that the filter matches, as a CSV file or a workbook. */
function exportStandings(format: TableFormat) {
  return longCommand({
    permission: "standings.read",
    input: StandingsExportQuery,
    async run({ bulk }, input): Promise<ExportedFile> {
      const row = await bulk.read((db) => requireRunOrCurrent(db, input.run, input.program));
      const organization = await bulk.read((db) => db.organizations.get());
      const run = runDto(row);
      const names = tierNames(run);
      const order = { by: input.sort, direction: input.direction };
      async function* rows(): AsyncGenerator<readonly StandingsRow[]> {
        // A run's decisions never change, so pages read one after the other are of one piece.
        for (let offset = 0; ; offset += CHUNK) {
          const found = await bulk.read((db) => db.standings.list(row.id, standingsFilter(input), order, { offset, limit: CHUNK }));
          yield found.map((standing) => standingDto(standing, names));
          if (found.length < CHUNK) return;
        }
      }
      const origin = {
        organization: organization.name,
        run: run.number,
        status: run.status,
        as_of: run.asOf,
        program_version: run.program.version,
        filter: describeFilter(input),
      };
      return writeTable(format, { name: `standings-run-${run.number}-${run.asOf}`, origin, columns: columnsWith(names), rows: rows() });
    },
  });
}
export const exportStandingsCsv = exportStandings("csv");
export const exportStandingsXlsx = exportStandings("xlsx");

/** Tiers by name, as on the page; partners and regions by code and name; everything else by code, for formulas. */
function columnsWith(names: Readonly<Record<string, string>>): readonly TableColumn<StandingsRow>[] {
  return [
    { name: "rank", cell: (row) => row.rank },
    { name: "partner_code", cell: (row) => row.partner.code },
    { name: "partner_name", cell: (row) => row.partner.name },
    { name: "partner_type", cell: (row) => row.type },
    { name: "region_code", cell: (row) => row.region.code },
    { name: "region_name", cell: (row) => row.region.name },
    { name: "score", cell: (row) => row.score },
    { name: "tier", cell: (row) => row.tierName },
    { name: "previous_tier", cell: (row) => row.previousTierName },
    { name: "movement", cell: (row) => row.movement },
    { name: "steps", cell: (row) => row.steps },
    { name: "qualified_tier", cell: (row) => names[row.qualified] ?? row.qualified },
    { name: "distance_to_cut", cell: (row) => row.distanceToCut },
    { name: "borderline", cell: (row) => row.borderline },
    { name: "tier_stays_per_mille", cell: (row) => row.stays },
    { name: "best_rank", cell: (row) => row.rankBest },
    { name: "worst_rank", cell: (row) => row.rankWorst },
    { name: "confidence", cell: (row) => row.confidence },
  ];
}

function describeFilter({ search, tier, region, type, movement, borderline }: StandingsExportQuery): string {
  const parts = Object.entries({ search, tier, region, type, movement, borderline }).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? "all" : parts.map(([name, value]) => `${name}=${value}`).join("; ");
}
