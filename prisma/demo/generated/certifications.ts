import { addDays, daysBetween } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { DATA_ENDS, type PartnerProfile } from "./partner-profile";
import { type Random, randomOf } from "./random";

const FIRST_EARNED = IsoDate.parse("2011-09-01");
const VALID_DAYS = 730;
const FIRST_NAMES = [
  "Ana",
  "Ben",
  "Chloe",
  "Dev",
  "Elena",
  "Farid",
  "Grace",
  "Hugo",
  "Ines",
  "Jonas",
  "Kim",
  "Lea",
  "Marco",
  "Nadia",
  "Oscar",
  "Priya",
  "Quinn",
  "Rosa",
  "Sven",
  "Tara",
] as const;
const LAST_NAMES = [
  "Adler",
  "Brandt",
  "Costa",
  "Dubois",
  "Evans",
  "Fischer",
  "Garcia",
  "Hughes",
  "Ito",
  "Jensen",
  "Keller",
  "Larsen",
  "Moreau",
  "Novak",
  "Okafor",
  "Petit",
  "Reed",
  "Silva",
  "Tanaka",
  "Weber",
] as const;

/** Certificates of invented people as rows of an import file: up to eight people, more at partners that sell more; some have expired. */
export function certifications(partner: PartnerProfile): Record<string, string>[] {
  const random = randomOf("certifications", partner.code);
  const people = Math.min(8, Math.floor(random.between(0, 2.2) + partner.strength * partner.strength * random.between(1.5, 6.5)));
  const names = new Set<string>();
  while (names.size < people) names.add(`${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`);
  return [...names].flatMap((person) => {
    const tracks = random.chance(0.35) ? (["Sales", "Service"] as const) : ([random.pick(["Sales", "Service"])] as const);
    return tracks.flatMap((track) => certificates(partner, person, track, random));
  });
}

/** Level 1, and with luck the levels above, each some months after the one below. */
function certificates(partner: PartnerProfile, person: string, track: string, random: Random): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let earned = addDays(FIRST_EARNED, random.integer(0, daysBetween(FIRST_EARNED, DATA_ENDS) - 30));
  for (let level = 1; level <= 3 && earned < DATA_ENDS; level++) {
    rows.push({ partner_code: partner.code, person, track, level: String(level), earned_on: earned, expires_on: addDays(earned, VALID_DAYS) });
    if (!random.chance(0.2 + 0.4 * partner.strength)) break;
    earned = addDays(earned, random.integer(90, 300));
  }
  return rows;
}
