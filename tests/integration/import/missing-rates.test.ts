import { expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { today } from "@/lib/clock";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { getImport } from "@/lib/services/measure/get-import";
import { programMeasuring } from "../metrics/metric-program";
import { importDatabase } from "./import-database";

const database = importDatabase();
const REVENUE = [{ kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } }] as const;
const POS = "partner_code,sku,sale_date,units,net_amount,currency\n";
const THREE_CURRENCIES = `${POS}A,S1,2024-01-31,1,10,USD\nA,S1,2024-01-31,1,10,EUR\nB,S2,2024-01-31,1,10,GBP\n`;

test("an import names the currencies that a program in effect cannot convert, until it can", async () => {
  const org = await database.organization("missing rates");
  const staff = Actor.system(org.orgId, "test");
  const inEffectFrom = async (date: string, rates: readonly string[]) => {
    const exchangeRates = rates.map((currency) => ({ currency, rate: 1.25 }));
    const { version } = await createProgramVersion(staff, { program: "main", document: programMeasuring(REVENUE, { exchangeRates }) });
    await publishProgramVersion(staff, { program: "main", version, effectiveFrom: IsoDate.parse(date) });
  };
  const missingRates = async (batch: number) => (await getImport(org.manager, { batch })).missingRates;
  await org.withMasterData();

  const sold = await org.upload("pos", THREE_CURRENCIES);
  expect(sold).toMatchObject({ status: "published", rows: { loaded: 3 } });
  expect(await missingRates(sold.number)).toEqual([]); // no program yet

  await inEffectFrom("2020-01-01", ["EUR"]);
  expect(await missingRates(sold.number)).toEqual([{ program: "Measured", version: 1, from: "GBP", to: "USD" }]);

  const asks = await org.upload("pos", `${POS}A,S1,2024-02-01,1,10,JPY\nA,S1,someday,1,10,SEK\n`);
  expect(asks.status).toBe("ready");
  expect(await missingRates(asks.number)).toEqual([{ program: "Measured", version: 1, from: "JPY", to: "USD" }]); // told before the word is given

  await inEffectFrom("2021-01-01", ["EUR", "GBP"]);
  expect(await missingRates(sold.number)).toEqual([]);
  await inEffectFrom(addMonths(today("UTC"), 12), []);
  expect(await missingRates(sold.number)).toEqual([]); // not in effect yet
});
