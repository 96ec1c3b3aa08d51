import type { PopulationAt, PopulationRow } from "@/lib/db/population";
import type { RegionRow } from "@/lib/db/regions";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import type { PartnerInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { collectReadings } from "./collect-readings";

/** A partner as the run finds it, with what the engine is given about it. */
export type FrozenPartner = { readonly row: PopulationRow; readonly region: RegionRow; readonly input: PartnerInput };

export type FreezeOptions = {
  readonly program: Program;
  readonly programId: number;
  /** The run that gives the partners' previous states; null at the first review. */
  readonly stateRunId: number | null;
  readonly overrides?: PopulationAt["overrides"];
  readonly asOf: IsoDate;
  readonly knownAt: number;
};

/** All partners of the organization, in code order. */
export async function freezeInputs(db: ScopedDb, { program, knownAt, ...at }: FreezeOptions): Promise<FrozenPartner[]> {
  const { asOf } = at;
  const population = await db.population.collect(at);
  const tree = await db.regions.listPaths();
  const regions = new Map(tree.map((region) => [region.id, region]));
  const measured = await db.metrics.collect({ program, asOf, knownAt });
  const readings = await collectReadings(db, { program, asOf, knownAt }, tree);

  const frozen = population.map((row): FrozenPartner => {
    const region = regions.get(row.regionId);
    if (region === undefined) throw new Error(`the region of partner ${row.code} is not in the tree of regions`);
    const { metrics, latestFactOn, unmatchedBps } = measured.get(row.id) ?? { metrics: {}, latestFactOn: null, unmatchedBps: 0 };
    const { code: partner, enrolledOn, previous, override } = row;
    const read = readings.get(row.id);
    return {
      row,
      region,
      input: {
        ...{ partner, attributes: attributesOf(row, region), enrolledOn, metrics, previous, override, latestFactOn, unmatchedBps },
        ...(read !== undefined && { readings: read }),
      },
    };
  });
  return frozen.sort((a, b) => (a.row.code < b.row.code ? -1 : 1));
}

/**
 * The attributes that conditions and peer groups see: the partner's own, `partner_type`, `region`, and the regions above it from the
 * top of the tree down as `region_level_1`, `region_level_2` and so on, the last being `region` itself.
 */
function attributesOf(row: PopulationRow, region: RegionRow): PartnerInput["attributes"] {
  const levels = region.path.map((code, i) => [`region_level_${i + 1}`, code] as const);
  return { ...row.attributes, ...Object.fromEntries(levels), partner_type: row.type, region: region.code };
}
