import { STANDINGS_PAGE_SIZE, type Standings, StandingsQuery } from "@/lib/contracts/standings";
import { pageCount } from "@/lib/domain/shared/page-count";
import { query } from "@/lib/services/define-service";
import { regionChoices } from "./region-choices";
import { requireRunOrCurrent } from "./require-run";
import { runDto } from "./run-dto";
import { standingDto } from "./standing-dto";
import { standingsFilter } from "./standings-filter";
import { tierNames } from "./tier-names";

/** One page of a run's standings. */
export const listStandings = query({
  permission: "standings.read",
  input: StandingsQuery,
  async run({ db }, input): Promise<Standings> {
    const row = await requireRunOrCurrent(db, input.run, input.program);
    const run = runDto(row);
    const filter = standingsFilter(input);
    const total = await db.standings.total(row.id, filter);
    const pages = pageCount(total.partners, STANDINGS_PAGE_SIZE);
    const page = Math.min(input.page, pages);
    const order = { by: input.sort, direction: input.direction };
    const rows = await db.standings.list(row.id, filter, order, { offset: (page - 1) * STANDINGS_PAGE_SIZE, limit: STANDINGS_PAGE_SIZE });
    const choices = await db.standings.choices(row.id);
    const regions = regionChoices(choices.regions, await db.regions.listPaths());
    const names = tierNames(run);
    return {
      run,
      rows: rows.map((standing) => standingDto(standing, names)),
      page,
      pages,
      total: total.partners,
      averageScore: total.averageScore,
      choices: { ...choices, regions, tiers: run.tiers.map(({ tier, name }) => ({ code: tier, name })) },
    };
  },
});
