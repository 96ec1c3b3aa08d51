import { expect, test } from "vitest";
import { inScope } from "@/lib/db/scoped";
import { importDatabase } from "./import-database";

const database = importDatabase();
const POS = "partner_code,sku,sale_date,units,net_amount\n";

test("the data goes as far as the newest POS line that was known at a sequence", async () => {
  const org = await database.organization("data through");
  const dataThrough = (knownAt?: number) => inScope({ orgId: org.orgId, partnerId: null }, "read", (db) => db.readiness.dataThrough(knownAt));
  await org.withMasterData();
  expect(await dataThrough()).toBeNull();
  await org.upload("pos", `${POS}A,S1,2024-01-31,1,10\nB,S2,2024-01-20,1,10\n`);
  await org.upload("pos", `${POS}B,S2,2024-02-10,1,10\nA,S1,2023-12-01,1,10\n`);
  await org.upload("pos", `${POS}A,S1,2024-03-31,1,10\nB,S1,someday,1,10\n`); // waits for a word
  expect(await Promise.all([3, 4, 5, undefined].map((seq) => dataThrough(seq)))).toEqual([null, "2024-01-31", "2024-02-10", "2024-02-10"]);
});
