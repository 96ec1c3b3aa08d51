import { expect, test } from "vitest";
import { importDatabase } from "./import-database";
import { organizationData } from "./organization-data";

const database = importDatabase();

const HEADER = "partner_code,sku,sale_date,units,net_amount\n";

test("imports published at the same time take sequences without a gap, more of them than there are connections", async () => {
  const org = await database.organization("parallel imports");
  await org.withMasterData();
  const days = Array.from({ length: 12 }, (_, index) => `2024-01-${String(index + 1).padStart(2, "0")}`);
  const good = days.map((day) => org.upload("pos", `${HEADER}A,S1,${day},1,10\nA,S2,${day},1,10\n`));
  const nothing = [1, 2].map((blank) => org.upload("pos", `${HEADER}${"\n".repeat(blank)}A,S1,never,1,10\n`, { onRejected: "load" }));
  const failing = org.upload("pos", "not,a,sales,file\n1,2,3,4\n");
  const batches = await Promise.all([...good, ...nothing, failing]);

  expect(batches.map(({ status }) => status)).toEqual([...days.map(() => "published"), "failed", "failed", "failed"]);
  expect(batches.flatMap(({ seq }) => seq ?? []).sort((a, b) => a - b)).toEqual(days.map((_, index) => index + 4));
  expect(batches.map(({ number }) => number).sort((a, b) => a - b)).toEqual(batches.map((_, index) => index + 4));
  const { sales, lastSeq } = await organizationData(org);
  expect(sales).toHaveLength(24);
  expect(lastSeq).toBe(15);
});

test("the same sales sent in parallel files count once, whichever comes first", async () => {
  const org = await database.organization("parallel overlap");
  await org.withMasterData();
  const batches = await Promise.all(
    [1, 2, 3, 4].map((blank) => org.upload("pos", `${HEADER}A,S1,2024-01-01,1,10\nA,S1,2024-01-01,1,10\n${"\n".repeat(blank)}`)),
  );
  expect(batches.map(({ status, seq }) => `${status} ${seq}`).sort()).toEqual(["published 4", "unchanged null", "unchanged null", "unchanged null"]);
  expect((await organizationData(org)).sales).toHaveLength(2);
});

test("one import processed by several workers at once is loaded once", async () => {
  const org = await database.organization("many workers");
  await org.withMasterData();
  for (let round = 1; round <= 5; round++) {
    const { number } = await org.receive("pos", `${HEADER}A,S1,2024-0${round}-01,1,10\nA,S9,2024-0${round}-01,1,10\n`);
    await Promise.all([1, 2, 3, 4].map(() => org.process(number)));
    expect(await org.process(number)).toMatchObject({ status: "published", seq: number, rows: { read: 2, loaded: 1, unmatched: 1 } });
  }
  const { sales, waiting } = await organizationData(org);
  expect(sales).toHaveLength(5);
  expect(waiting).toHaveLength(5);
});

test("two organizations' imports do not wait for or number each other", async () => {
  const [one, two] = [await database.organization("tenant one"), await database.organization("tenant two")];
  await Promise.all([one.withMasterData(), two.withMasterData()]);
  const [first, second] = await Promise.all([one, two].map((org) => org.upload("pos", `${HEADER}A,S1,2024-01-01,1,10\n`)));
  expect([first?.seq, second?.seq]).toEqual([4, 4]);
});
