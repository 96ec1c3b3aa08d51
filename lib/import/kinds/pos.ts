import { date } from "../cells/date";
import { amount, integer } from "../cells/number";
import { code, currency, text } from "../cells/text";
import { optional, type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";

const columns = {
  partner_code: required(code, {
    help: "Code of the partner that sold.",
    example: "AW00000001",
    aliases: ["partner", "distributor", "distributor_code", "reseller_code"],
  }),
  sku: required(code, {
    help: "The manufacturer's SKU.",
    example: "BK-M82S-38",
    aliases: ["product_sku", "product_code", "manufacturer_sku", "item_number"],
  }),
  sale_date: required(date, { help: "Day of the sale.", example: "2013-07-31", aliases: ["date", "sold_on", "order_date", "invoice_date"] }),
  units: required(integer(-1_000_000_000, 1_000_000_000), { help: "Units sold; negative for a return.", example: "3", aliases: ["quantity", "qty"] }),
  net_amount: required(amount, {
    help: "Net amount of the line in its currency; negative for a return.",
    example: "6074.982",
    aliases: ["amount", "net", "sales_amount", "extended_resale", "revenue"],
  }),
  currency: optional(currency, {
    help: "Currency of the amount; empty takes the file's default currency.",
    example: "USD",
    aliases: ["currency_code"],
  }),
  region_code: optional(code, {
    help: "Code of the region sold into; empty takes the partner's region.",
    example: "NW",
    aliases: ["region", "territory", "territory_code"],
  }),
  document: optional(text(64), {
    help: "Invoice or order number.",
    example: "SO43659",
    aliases: ["document_number", "invoice", "invoice_number", "order_number"],
  }),
  document_line: optional(text(32), { help: "Line number on the document.", example: "1", aliases: ["line_number", "invoice_line", "order_line"] }),
  end_customer: optional(text(200), { help: "Name of the end customer.", example: "Rolling Hills Ltd", aliases: ["customer", "end_customer_name"] }),
  segment: optional(text(60), {
    help: "Market segment of the end customer.",
    example: "Retail",
    aliases: ["customer_segment", "market_segment", "end_customer_segment"],
  }),
};

export type PosRow = RowOf<typeof columns>;

export const pos: KindDefinition<PosRow> = { help: "One line is one line of a partner's sales to its customers.", columns };
