import type { Program } from "../define/program";
import type { Population } from "../score/population";
import { quarterOf } from "./fairness";
import { yearlyRevenue } from "./revenue-metric";

/** A way to divide the partners: by an attribute that they have, or by their revenue. */
export type Grouping = { readonly by: "attribute"; readonly attribute: string } | { readonly by: "revenue" };

/** With more values than this an attribute is a name rather than a group. */
const MOST_GROUPS = 24;

/** The groupings that say something of these partners: by revenue where it is measured, by attributes with two or more values. */
export function groupingsOf(program: Program, population: Population): Grouping[] {
  const { partners } = population;
  const attributes = [...new Set(partners.flatMap(({ attributes: own }) => Object.keys(own)))].sort();
  const telling = attributes.filter((attribute) => {
    const values = new Set(partners.map(({ attributes: own }) => own[attribute] ?? null).filter((value) => value !== null));
    return values.size >= 2 && values.size <= MOST_GROUPS;
  });
  const byAttribute = telling.map((attribute): Grouping => ({ by: "attribute", attribute }));
  return yearlyRevenue(program, population) === null ? byAttribute : [...byAttribute, { by: "revenue" }];
}

/** The group of each partner by row; null for a partner that is in none. */
export function groupOf(grouping: Grouping, program: Program, population: Population): (row: number) => string | null {
  if (grouping.by === "revenue")
    return quarterOf(yearlyRevenue(program, population)?.column ?? new Float64Array(population.partners.length).fill(Number.NaN));
  return (row) => {
    const attributes = population.partners[row]?.attributes ?? {};
    const value = Object.hasOwn(attributes, grouping.attribute) ? attributes[grouping.attribute] : null;
    return value === null || value === undefined ? null : String(value);
  };
}
