import { median } from "../../shared/median";
import { SMALLEST_GROUP } from "../fairness";

/** How the revenue of some partners changed: of those that sold in the quarter a year before, the middle one. */
export type Followed = {
  /** Partners that can be compared. */
  readonly partners: number;
  /** Median change as a share, 0.1 for a tenth more; null of fewer than SMALLEST_GROUP, which says more of chance than of tiers. */
  readonly medianChange: number | null;
};

/** One partner's tier, by its place, and the change of its revenue after; null where it cannot be said. */
export type TierThenChange = { readonly place: number; readonly change: number | null };

/** Of each tier, lowest first, and of all partners. */
export type FollowedByTier = { readonly tiers: Followed[]; readonly all: Followed };

export function followedByTier(partners: readonly TierThenChange[], tiers: number): FollowedByTier {
  const changes = Array.from({ length: tiers }, (): number[] => []);
  for (const { place, change } of partners) if (change !== null) changes[place]?.push(change);
  return { tiers: changes.map(followed), all: followed(changes.flat()) };
}

/** One partner's tiers by quarter, by place and null where it was in none, and by quarter the change of its revenue after; null where it cannot be said. */
export type TiersAndChanges = { readonly tiers: readonly (number | null)[]; readonly changes: readonly (number | null)[] };

/** Of those that rose, fell or stayed against the quarter before. */
export type FollowedByMove = { readonly risen: Followed; readonly fallen: Followed; readonly stayed: Followed };

/** From the second quarter on: in the first, other rules had decided before. */
export function followedByMove(partners: readonly TiersAndChanges[]): FollowedByMove {
  const moves = partners.flatMap(({ tiers, changes }) =>
    tiers.flatMap((place, i) => {
      const [before, change] = [tiers[i - 1] ?? null, changes[i] ?? null];
      return place === null || before === null || change === null ? [] : [{ steps: place - before, change }];
    }),
  );
  const of = (is: (steps: number) => boolean) => followed(moves.filter(({ steps }) => is(steps)).map(({ change }) => change));
  return { risen: of((steps) => steps > 0), fallen: of((steps) => steps < 0), stayed: of((steps) => steps === 0) };
}

function followed(changes: readonly number[]): Followed {
  return { partners: changes.length, medianChange: changes.length < SMALLEST_GROUP ? null : median(changes) };
}

/** Sales of a quarter; null where there is no record of any. */
type Sold = number | null;

/**
 * The change against the same quarter of the year before, as a share, by partner. A partner that sold then and has no sale now lost all of it, unless
 * nobody has a sale: then the quarter's sales are not known. Null where there was nothing to change from.
 */
export function revenueChanges(partners: readonly { readonly sold: Sold; readonly yearBefore: Sold }[]): (number | null)[] {
  const isKnown = partners.some(({ sold }) => sold !== null);
  return partners.map(({ sold, yearBefore }) => (isKnown && yearBefore !== null && yearBefore > 0 ? ((sold ?? 0) - yearBefore) / yearBefore : null));
}
