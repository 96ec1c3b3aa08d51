import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { DATA_ENDS, type PartnerProfile } from "./partner-profile";
import { randomOf } from "./random";

export const SERVICE_LEVEL_METRIC = { key: "service_sla_attainment", name: "Service-SLA attainment", unit: "percent", betterWhen: "higher" } as const;

const MONTHS = 18;

/**
 * Monthly shares of service requests answered in time, in percent, as rows of an import file. Partners that sell more are somewhat
 * better; one in eight, and those that never sold, report nothing, and months are missing here and there.
 */
export function serviceLevels(partner: PartnerProfile): Record<string, string>[] {
  const random = randomOf("service-levels", partner.code);
  const { firstSale } = partner;
  if (firstSale === null || random.chance(1 / 8)) return [];
  const usual = 76 + 12 * partner.strength + random.between(-8, 9);
  const drift = random.between(-0.4, 0.5);
  return Array.from({ length: MONTHS }, (_, month) => addDays(addMonths(DATA_ENDS, month + 1 - MONTHS), -1))
    .filter((day) => day >= firstSale && random.chance(0.95))
    .map((observed_on, month) => {
      const value = Math.min(100, usual + drift * month + random.between(-2.5, 2.5));
      return { partner_code: partner.code, metric: SERVICE_LEVEL_METRIC.key, observed_on, value: value.toFixed(1) };
    });
}
