import { date } from "../cells/date";
import { decimal } from "../cells/number";
import { code, key } from "../cells/text";
import { type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";

const columns = {
  partner_code: required(code, {
    help: "Code of the partner observed.",
    example: "AW00000001",
    aliases: ["partner", "distributor_code", "reseller_code"],
  }),
  metric: required(key, { help: "Key of a custom metric, which is set up first.", example: "service_sla_attainment", aliases: ["metric_key"] }),
  observed_on: required(date, { help: "Day the value holds for.", example: "2013-06-30", aliases: ["date", "observed"] }),
  value: required(decimal, { help: "The value, in the metric's unit.", example: "97.5" }),
};

export type ObservationRow = RowOf<typeof columns>;

export const observations: KindDefinition<ObservationRow> = { help: "One line is one value of a custom metric for one partner.", columns };
