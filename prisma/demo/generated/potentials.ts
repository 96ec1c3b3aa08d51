import { randomOf } from "./random";

/** As if a market study had been bought for the largest states, and for one line in two countries. */
const STUDIED = [
  ...["US-CA", "US-FL", "US-IL", "US-NJ", "US-NY", "US-OH", "US-PA", "US-TX"].map((region_code) => ({
    region_code,
    category_code: "bikes",
    line_code: "",
  })),
  ...["AU", "DE"].map((region_code) => ({ region_code, category_code: "", line_code: "touring-bikes" })),
];
const VALID_FROM = "2012-01-01";
/** US dollars a year per inhabitant, around what is sold of them where they are sold. */
const PER_INHABITANT = { category: [0.06, 0.11], line: [0.015, 0.03] } as const;

/** What some regions could bring a year, as rows of an import file. Rows of regions as in the files of prisma/demo/adventureworks. */
export function potentials(regions: readonly Record<string, string>[]): Record<string, string>[] {
  return STUDIED.map((studied) => {
    const inhabitants = Number(regions.find(({ code }) => code === studied.region_code)?.weight ?? 0);
    const [least, most] = PER_INHABITANT[studied.line_code === "" ? "category" : "line"];
    const thousands = Math.floor((inhabitants * randomOf("potentials", studied.region_code).between(least, most)) / 1000);
    return { ...studied, valid_from: VALID_FROM, amount: String(thousands * 1000), currency: "USD" };
  });
}
