import type { AttributeValue } from "../cells/attribute";
import { date } from "../cells/date";
import { code, text } from "../cells/text";
import { optional, type PartialRowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";

const columns = {
  code: required(code, {
    help: "The partner's code in your systems.",
    example: "AW00000001",
    aliases: ["partner", "partner_code", "distributor_code", "account_number"],
  }),
  name: required(text(200), { help: "The partner's name.", example: "A Bike Store", aliases: ["partner_name", "distributor_name", "company"] }),
  region_code: required(code, { help: "Code of the partner's home region.", example: "NW", aliases: ["region", "territory", "territory_code"] }),
  type: optional(text(60), { help: "Kind of business.", example: "Value Added Reseller", aliases: ["partner_type", "business_type"] }),
  enrolled_on: optional(date, {
    help: "Day the partner joined the program.",
    example: "2011-03-01",
    aliases: ["enrolled", "enrolment_date", "enrollment_date", "joined_on"],
  }),
  segment: optional(text(60), { help: "Market segment.", example: "Retail", aliases: ["partner_segment"] }),
  country: optional(text(60), { help: "Country, as a code or a name.", example: "US", aliases: ["country_code"] }),
  city: optional(text(120), { help: "City.", example: "Seattle" }),
};

/** `attributes` holds the `attr.<key>` columns; null is an empty cell. */
export type PartnerRow = PartialRowOf<typeof columns> & { readonly attributes: Readonly<Record<string, AttributeValue | null>> };

export const partners: KindDefinition<PartnerRow> = {
  help: "One line is one partner; columns named attr.<key> become the partner's attributes. An empty cell empties what is known, a column left out leaves it.",
  columns,
  keepsAbsent: true,
  attributeExample: { key: "employees", value: "12" },
};
