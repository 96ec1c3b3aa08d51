import type { Route } from "next";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { OverridesQuery } from "@/lib/contracts/override";

const STATES = OverridesQuery.shape.state.unwrap().options;
const LIMIT = 50;

/** The list of overrides as its address says: those in force, unless asked for others; of all partners, or of one. */
export function readOverridesAddress(params: SearchParams): OverridesQuery {
  return {
    program: "main",
    state: STATES.find((state) => state === searchValue(params, "state")) ?? "in_force",
    partner: searchValue(params, "partner")?.slice(0, 64),
    cursor: searchValue(params, "cursor"),
    limit: LIMIT,
  };
}

export function overridesAddress({ state, partner }: Pick<OverridesQuery, "state" | "partner">, cursor?: string): Route {
  const search = new URLSearchParams({
    ...(state !== "in_force" && { state }),
    ...(partner !== undefined && { partner }),
    ...(cursor !== undefined && { cursor }),
  });
  return withSearch("/score/overrides", search);
}
