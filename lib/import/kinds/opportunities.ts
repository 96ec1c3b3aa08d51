import { date } from "../cells/date";
import { amount } from "../cells/number";
import { choice, code, currency, text } from "../cells/text";
import { optional, type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";
import { CellFault } from "../row-error";

const columns = {
  code: required(code, {
    help: "The opportunity's id in the CRM.",
    example: "OPP-1001",
    aliases: ["opportunity", "opportunity_id", "opportunity_code", "id"],
  }),
  partner_code: required(code, {
    help: "Code of the partner working on it.",
    example: "AW00000001",
    aliases: ["partner", "distributor_code", "reseller_code"],
  }),
  name: optional(text(200), { help: "Name of the opportunity.", example: "Fleet renewal", aliases: ["opportunity_name"] }),
  stage: required(text(60), { help: "Sales stage in the CRM.", example: "Proposal", aliases: ["stage_name"] }),
  status: required(choice(["open", "won", "lost"]), { help: "Whether it is open, won or lost.", example: "won" }),
  origin: required(choice(["sourced", "influenced"]), { help: "Whether the partner sourced or influenced it.", example: "sourced" }),
  amount: required(amount, { help: "Expected or won net amount.", example: "48000", aliases: ["net_amount", "value"] }),
  currency: optional(currency, {
    help: "Currency of the amount; empty takes the file's default currency.",
    example: "USD",
    aliases: ["currency_code"],
  }),
  created_on: required(date, { help: "Day it was created.", example: "2013-02-11", aliases: ["created", "created_date"] }),
  expected_close_on: optional(date, {
    help: "Day it is expected to close.",
    example: "2013-05-31",
    aliases: ["expected_close", "expected_close_date"],
  }),
  closed_on: optional(date, {
    help: "Day it was won or lost; required once it is.",
    example: "2013-05-20",
    aliases: ["closed", "closed_date", "close_date"],
  }),
};

export type OpportunityRow = RowOf<typeof columns>;

const NOT_CLOSED = new CellFault("required", "A won or lost opportunity needs the day it was closed; fill it in, or set the status to open.");

export const opportunities: KindDefinition<OpportunityRow> = {
  help: "One line is one opportunity of the CRM in its present state.",
  columns,
  crossCheck: (row) => (row.status !== "open" && row.closed_on === null ? { column: "closed_on", fault: NOT_CLOSED } : null),
};
