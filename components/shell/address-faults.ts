import { type SearchParams, searchValue } from "./search-params";

/** A part of the address that nothing came of. `itself`: a comparison of something with itself. */
export type AddressFault = { readonly name: string; readonly given: string; readonly kind: "unknown" | "itself" };

/**
 * What the address says that the page does not do: parts of `read` whose value is another than the one given. `read` is what was made of
 * the address, by the names it has there; a part left out of it may say anything.
 */
export function addressFaults(params: SearchParams, read: Readonly<Record<string, unknown>>): AddressFault[] {
  return Object.entries(read).flatMap(([name, value]) => {
    const given = searchValue(params, name);
    const isDone = given === undefined || String(value ?? "false") === given; // a switch that is off is left out
    return isDone ? [] : [{ name, given, kind: "unknown" as const }];
  });
}
