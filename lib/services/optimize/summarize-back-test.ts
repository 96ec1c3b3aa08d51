import { BackTestQuarter, type BackTestSummary, type BackTestQuarter as Quarter } from "@/lib/contracts/back-test";
import type { BackTestWork, TestedPartner } from "@/lib/db/back-tests";
import type { ScopedDb } from "@/lib/db/scoped";
import { Program } from "@/lib/domain/define/program";
import { YO_YO_SHOWN } from "@/lib/domain/optimize/back-test/back-test-limits";
import { changesIn, isYoYo, stabilityOf, type TierPath } from "@/lib/domain/optimize/back-test/stability";
import { followedByMove, followedByTier } from "@/lib/domain/optimize/back-test/what-followed";

type Path = {
  readonly partner: { readonly code: string; readonly name: string };
  readonly tiers: TierPath;
  readonly changes: readonly (number | null)[];
};

/** What all quarters, which are done, say together. */
export async function summarizeBackTest(db: ScopedDb, { id, document, quarters }: BackTestWork): Promise<BackTestSummary> {
  const { tiers } = Program.parse(document);
  const placeOf = new Map(tiers.map(({ key }, place) => [key, place]));
  const byQuarter: TestedPartner[][] = [];
  for (let place = 0; place < quarters; place++) byQuarter.push(await db.backTests.listPartners(id, place));
  const paths = pathsOf(byQuarter, placeOf);
  const yoYos = paths
    .filter((path) => isYoYo(path.tiers))
    .sort((a, b) => changesIn(b.tiers) - changesIn(a.tiers) || (a.partner.code < b.partner.code ? -1 : 1));
  const results = (await db.backTests.listResults(id)).map((result): Quarter => BackTestQuarter.parse(result));
  const isFollowed = results.some(({ followed }) => followed !== null);
  const changes = byQuarter.flat().map(({ state, change }) => ({ place: placeOf.get(state.tier) ?? 0, change }));
  return {
    stability: stabilityOf(paths.map((path) => path.tiers)),
    yoYo: { partners: yoYos.length, shown: yoYos.slice(0, YO_YO_SHOWN).map(({ partner, tiers: path }) => ({ partner, tiers: [...path] })) },
    followed: isFollowed ? followedByTier(changes, tiers.length) : null,
    followedByMove: isFollowed && quarters > 1 ? followedByMove(paths) : null,
  };
}

/** Of every partner that was in any quarter, under its last name. */
function pathsOf(byQuarter: readonly (readonly TestedPartner[])[], placeOf: ReadonlyMap<string, number>): Path[] {
  const none = () => new Array<number | null>(byQuarter.length).fill(null);
  const paths = new Map<number, { partner: Path["partner"]; tiers: (number | null)[]; changes: (number | null)[] }>();
  for (const [place, partners] of byQuarter.entries())
    for (const { id, code, name, state, isEnrolled, change } of partners) {
      const path = paths.get(id) ?? { partner: { code, name }, tiers: none(), changes: none() };
      path.partner = { code, name };
      path.tiers[place] = isEnrolled ? (placeOf.get(state.tier) ?? null) : null;
      path.changes[place] = change;
      paths.set(id, path);
    }
  return [...paths.values()];
}
