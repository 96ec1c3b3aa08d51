import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import type { CellSaleRow } from "@/lib/db/coverage/cell-sales";
import { inScope, type ScopedDb } from "@/lib/db/scoped";
import { windowRange } from "@/lib/domain/define/metric-window";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type FactFactory, factFactory } from "../../support/facts";
import { programMeasuring } from "../metrics/metric-program";
import type { World } from "../metrics/plain-sums";
import { randomWorld } from "../metrics/random-world";

const THOUSANDTHS: Readonly<Record<string, bigint>> = { USD: 1000n, EUR: 1085n, JPY: 7n };
const PROGRAM = programMeasuring([{ kind: "posRevenue", window: { kind: "lifetime" } }], {
  exchangeRates: [
    { currency: "EUR", rate: 1.085 },
    { currency: "JPY", rate: 0.007 },
  ],
});

/** Keeps nothing: the facts are added up. */
const NO_RUN = 0;

let database: TestDatabase;
let factory: FactFactory;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  factory = await factFactory(database.appUrl, { name: "cells", currency: "USD" });
  world = await randomWorld(factory, 20_261_124);
});
afterAll(async () => {
  await factory.close();
  await closeDatabase();
  await database.drop();
});

const sorted = (rows: readonly CellSaleRow[]) => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Ten-thousandths of US dollars by "partner region line", the slow and plain way. */
function plainSales(asOf: IsoDate, knownAt: number, trailingMonths: number): Record<string, number> {
  const window = windowRange({ kind: "trailingMonths", months: trailingMonths }, asOf, PROGRAM);
  const sums = new Map<string, Map<string, bigint>>();
  for (const sale of world.pos) {
    const isKnown = sale.seq <= knownAt && (sale.retiredSeq === null || sale.retiredSeq > knownAt);
    if (!isKnown || window === null || sale.date < window.from || sale.date >= window.until) continue;
    const cell = `${sale.partner} ${sale.region} ${world.products.get(sale.sku)?.line}`;
    const own = sums.get(cell) ?? new Map<string, bigint>();
    sums.set(cell, own.set(sale.currency, (own.get(sale.currency) ?? 0n) + BigInt(sale.netE4)));
  }
  const rounded = (thousandths: bigint): number => Number((thousandths < 0n ? thousandths - 500n : thousandths + 500n) / 1000n);
  return Object.fromEntries(
    [...sums]
      .filter(([, own]) => [...own.values()].some((sum) => sum !== 0n))
      .map(([cell, own]) => [cell, rounded([...own].reduce((sum, [currency, net]) => sum + net * (THOUSANDTHS[currency] ?? 0n), 0n))]),
  );
}

describe("the sales of every partner, region and line are the plain sum over the same facts", () => {
  test.each([
    ["of whole months", "2023-11-30", 9, 12],
    ["of windows that begin and end within a month", "2023-11-17", 9, 12],
    ["of one month", "2024-02-29", 9, 1],
    ["of all time", "2025-06-15", 9, 120],
    ["as known before the corrections", "2024-03-10", 3, 12],
    ["as known after one round of them", "2024-03-10", 6, 12],
    ["as known when nothing was", "2024-03-10", 0, 12],
    ["before the first sale", "2021-12-31", 9, 12],
  ])("%s (%s, known at %i, %i months)", async (_, day, knownAt, trailingMonths) => {
    const asOf = IsoDate.parse(day);
    const at = { program: PROGRAM, runId: NO_RUN, trailingMonths, asOf, knownAt };
    const read = <T>(of: (db: ScopedDb) => Promise<T>) => inScope({ orgId: factory.orgId, partnerId: null }, "read", of);
    const rows = await read((db) => db.coverage.sales(at));
    const actual = Object.fromEntries(rows.map(({ partner, region, line, revenueE4 }) => [`${partner} ${region} ${line}`, revenueE4]));
    expect(Object.keys(actual).length).toBe(rows.length);
    expect(actual).toEqual(plainSales(asOf, knownAt, trailingMonths));

    // A part, and by partner alone: rounded once, after currencies and cells are put together.
    const one = rows.filter(({ region, line }) => region === "dach" && line === "road");
    expect(sorted(await read((db) => db.coverage.sales(at, [{ region: "dach", line: "road" }])))).toEqual(sorted(one));
    const partners = [...new Set(rows.map(({ partner }) => partner))];
    const byPartner = await read((db) => db.coverage.revenueOf(at, [...partners, "nobody"]));
    expect([...byPartner.keys()].sort()).toEqual(partners.sort());
    for (const partner of partners) {
      const own = rows.filter((row) => row.partner === partner);
      const sum = own.reduce((total, { revenueE4 }) => total + revenueE4, 0);
      expect(Math.abs((byPartner.get(partner) ?? 0) - sum), partner).toBeLessThanOrEqual(own.length); // each cell is rounded by itself
    }
  });

  test("and a currency without a rate is said, not left out", async () => {
    const withoutYen = { ...PROGRAM, exchangeRates: PROGRAM.exchangeRates.filter(({ currency }) => currency !== "JPY") };
    const asking = inScope({ orgId: factory.orgId, partnerId: null }, "read", (db) =>
      db.coverage.sales({ program: withoutYen, runId: NO_RUN, trailingMonths: 12, asOf: IsoDate.parse("2023-11-30"), knownAt: 9 }),
    );
    await expect(asking).rejects.toMatchObject({ code: "unprocessable", details: { currency: "JPY" } });
  });
});
