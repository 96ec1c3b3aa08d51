import { date } from "../cells/date";
import { amount } from "../cells/number";
import { code, currency } from "../cells/text";
import { optional, type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";
import { CellFault } from "../row-error";

const columns = {
  region_code: required(code, {
    help: "Code of the region. What is said of a region is shared by those below it.",
    example: "US-PA",
    aliases: ["region"],
  }),
  line_code: optional(code, {
    help: "Code of the product line; empty when the row is about a whole category.",
    example: "",
    aliases: ["line", "product_line"],
  }),
  category_code: optional(code, {
    help: "Code of the category, whose lines share the amount; empty when the row is about one line.",
    example: "bikes",
    aliases: ["category"],
  }),
  valid_from: required(date, {
    help: "First day it holds for, until a later row of the same region and product.",
    example: "2013-01-01",
    aliases: ["from"],
  }),
  amount: required(amount, { help: "Net revenue a year that the region could bring.", example: "1200000", aliases: ["potential"] }),
  currency: optional(currency, {
    help: "Currency of the amount; empty takes the file's default currency.",
    example: "USD",
    aliases: ["currency_code"],
  }),
};

export type PotentialRow = RowOf<typeof columns>;

const NOT_ONE = new CellFault("required", "Name either a product line or a category: one of the two, and the other left empty.");
const NEGATIVE = new CellFault("out_of_range", "A potential is 0 or more; check the amount.");

export const potentials: KindDefinition<PotentialRow> = {
  help: "One line is what one region could bring a year of one product line or category.",
  columns,
  crossCheck: (row) => {
    if ((row.line_code === null) === (row.category_code === null)) return { column: "line_code", fault: NOT_ONE };
    return row.amount < 0 ? { column: "amount", fault: NEGATIVE } : null;
  },
};
