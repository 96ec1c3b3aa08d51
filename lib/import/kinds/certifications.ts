import { date } from "../cells/date";
import { integer } from "../cells/number";
import { code, text } from "../cells/text";
import { optional, type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";
import { CellFault } from "../row-error";

const columns = {
  partner_code: required(code, {
    help: "Code of the partner the person works for.",
    example: "AW00000001",
    aliases: ["partner", "distributor_code", "reseller_code"],
  }),
  person: required(text(120), {
    help: "Name or id of the person certified.",
    example: "P-0042",
    aliases: ["person_name", "person_id", "learner", "employee"],
  }),
  track: required(text(60), { help: "Certification track.", example: "service", aliases: ["certification", "certification_track"] }),
  level: required(integer(1, 9), { help: "Level within the track, 1 to 9.", example: "2" }),
  earned_on: required(date, { help: "Day it was earned.", example: "2012-09-14", aliases: ["earned", "earned_date"] }),
  expires_on: optional(date, {
    help: "First day it is no longer valid; empty when it never expires.",
    example: "2014-09-14",
    aliases: ["expires", "expiry_date", "expiration_date"],
  }),
};

export type CertificationRow = RowOf<typeof columns>;

const EXPIRES_TOO_EARLY = new CellFault("dates_out_of_order", "A certification expires after the day it was earned; correct one of the two dates.");

export const certifications: KindDefinition<CertificationRow> = {
  help: "One line is one certificate that one person earned.",
  columns,
  crossCheck: (row) => (row.expires_on !== null && row.expires_on <= row.earned_on ? { column: "expires_on", fault: EXPIRES_TOO_EARLY } : null),
};
