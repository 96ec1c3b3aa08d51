import type { Route } from "next";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchValue } from "@/components/shell/search-params";

/** The list of people as its address says: those who can sign in, unless asked for those who were removed. */
export type UsersAddress = { readonly search: string | undefined; readonly state: "active" | "removed"; readonly cursor: string | undefined };

export function readUsersAddress(params: SearchParams): UsersAddress {
  return {
    search: searchValue(params, "search")?.slice(0, 100),
    state: searchValue(params, "state") === "removed" ? "removed" : "active",
    cursor: searchValue(params, "cursor"),
  };
}

export function usersAddress({ search, state }: UsersAddress, cursor: string): Route {
  const params = new URLSearchParams({ ...(search !== undefined && { search }), ...(state === "removed" && { state }), cursor });
  return withSearch("/settings/users", params);
}
