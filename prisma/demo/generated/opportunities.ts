import { addDays, daysBetween } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { DATA_ENDS, type PartnerProfile } from "./partner-profile";
import { randomOf } from "./random";

const FIRST_CREATED = IsoDate.parse("2012-03-01");
const OCCASIONS = [
  "Fleet renewal",
  "Winter stock",
  "Spring range",
  "Rental fleet",
  "Club outfit",
  "Second shop",
  "Corporate bikes",
  "Race team",
  "Trade-in campaign",
  "School program",
] as const;
const STAGES = ["Qualify", "Discover", "Propose", "Negotiate"] as const;

/** CRM opportunities as rows of an import file: more and larger ones for partners that sell more, won more often by the strong. */
export function opportunities(partner: PartnerProfile): Record<string, string>[] {
  const random = randomOf("opportunities", partner.code);
  const count = partner.firstSale === null ? random.integer(0, 1) : Math.round(random.between(1, 3) + partner.strength * random.between(3, 10));
  return Array.from({ length: count }, (_, index) => {
    const created = addDays(FIRST_CREATED, random.integer(0, daysBetween(FIRST_CREATED, DATA_ENDS) - 5));
    const cycle = random.integer(40, 240);
    const closes = addDays(created, cycle);
    const won = random.chance(0.2 + 0.4 * partner.strength);
    const status = closes >= DATA_ENDS ? "open" : won ? "won" : "lost";
    const progress = Math.min(daysBetween(created, DATA_ENDS) / cycle, 0.99);
    return {
      code: `OPP-${partner.code.slice(-4)}-${index + 1}`,
      partner_code: partner.code,
      name: random.pick(OCCASIONS),
      stage: status === "open" ? (STAGES[Math.floor(progress * STAGES.length)] ?? STAGES[0]) : status === "won" ? "Closed won" : "Closed lost",
      status,
      origin: random.chance(0.6) ? "sourced" : "influenced",
      amount: String(amount(partner, random.between(0, 1), random.between(0, 1))),
      currency: "USD",
      created_on: created,
      expected_close_on: closes,
      closed_on: status === "open" ? "" : closes,
    };
  });
}

/** Around two months of the partner's sales, at least 1,000 dollars, in whole hundreds; the two numbers from 0 to 1 spread it. */
function amount(partner: PartnerProfile, spread: number, size: number): number {
  const typical = 2 * partner.monthlySales + 1500;
  return Math.max(10, Math.round((typical * (0.4 + spread + size * size)) / 100)) * 100;
}
