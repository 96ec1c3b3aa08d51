import { stringify } from "csv-stringify/sync";
import { StandingsExportQuery, type StandingsRow } from "@/lib/contracts/standings";
import { exportCell } from "@/lib/import/export-cell";
import { longCommand } from "@/lib/services/define-service";
import { requireRunOrCurrent } from "./require-run";
import { runDto } from "./run-dto";
import { standingDto } from "./standing-dto";
import { standingsFilter } from "./standings-filter";
import { tierNames } from "./tier-names";

const CHUNK = 2000;

type Cell = string | number | boolean | null;

/** Tiers by name, as on the page; partners and regions by code and name; everything else by code, for formulas. */
const COLUMNS: readonly (readonly [string, (row: StandingsRow, names: Readonly<Record<string, string>>) => Cell])[] = [
  ["rank", (row) => row.rank],
  ["partner_code", (row) => row.partner.code],
  ["partner_name", (row) => row.partner.name],
  ["partner_type", (row) => row.type],
  ["region_code", (row) => row.region.code],
  ["region_name", (row) => row.region.name],
  ["score", (row) => row.score],
  ["tier", (row) => row.tierName],
  ["previous_tier", (row) => row.previousTierName],
  ["movement", (row) => row.movement],
  ["steps", (row) => row.steps],
  ["qualified_tier", (row, names) => names[row.qualified] ?? row.qualified],
  ["distance_to_cut", (row) => row.distanceToCut],
  ["borderline", (row) => row.borderline],
  ["confidence", (row) => row.confidence],
];

/**
 * All that the filter matches, as pieces of a CSV file (UTF-8 with a byte order mark, CRLF). Each line begins with where it comes from:
 * organization, run, as-of date and filter, so that a line still tells it after sorting and pasting.
 */
export const exportStandings = longCommand({
  permission: "standings.read",
  input: StandingsExportQuery,
  async run({ bulk }, input): Promise<{ fileName: string; chunks: AsyncIterable<string> }> {
    const row = await bulk.read((db) => requireRunOrCurrent(db, input.run, input.program));
    const organization = await bulk.read((db) => db.organizations.get());
    const run = runDto(row);
    const names = tierNames(run);
    const origin = {
      organization: organization.name,
      run: run.number,
      status: run.status,
      as_of: run.asOf,
      program_version: run.program.version,
      filter: describeFilter(input),
    };
    const order = { by: input.sort, direction: input.direction };

    async function* chunks(): AsyncGenerator<string> {
      yield `\uFEFF${csv([[...Object.keys(origin), ...COLUMNS.map(([name]) => name)]])}`;
      // A run's decisions never change, so pages read one after the other are of one piece.
      for (let offset = 0; ; offset += CHUNK) {
        const rows = await bulk.read((db) => db.standings.list(row.id, standingsFilter(input), order, { offset, limit: CHUNK }));
        if (rows.length > 0)
          yield csv(
            rows
              .map((found) => standingDto(found, names))
              .map((standing) => [...Object.values(origin), ...COLUMNS.map(([, cell]) => cell(standing, names))]),
          );
        if (rows.length < CHUNK) return;
      }
    }
    return { fileName: `standings-run-${run.number}-${run.asOf}.csv`, chunks: chunks() };
  },
});

function describeFilter({ search, tier, region, type, movement, borderline }: StandingsExportQuery): string {
  const parts = Object.entries({ search, tier, region, type, movement, borderline }).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? "all" : parts.map(([name, value]) => `${name}=${value}`).join("; ");
}

function csv(lines: readonly (readonly Cell[])[]): string {
  const cells = lines.map((line) => line.map((cell) => (typeof cell === "string" ? exportCell(cell) : cell === null ? "" : String(cell))));
  return stringify(cells, { record_delimiter: "windows" });
}
