import { describe, expect, test } from "vitest";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { ImportKind } from "@/lib/import/import-kind";
import { createMetric } from "@/lib/services/measure/create-metric";
import { getImport } from "@/lib/services/measure/get-import";
import { listImports } from "@/lib/services/measure/list-imports";
import { importDatabase } from "./import-database";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

/** read = loaded + unchanged + duplicate + rejected + unmatched + ignored, and the same for money but for what cannot be read. */
function expectBalance({ rows, amounts }: ImportBatch): void {
  expect(rows.read).toBe(rows.loaded + rows.unchanged + rows.duplicate + rows.rejected + rows.unmatched + rows.ignored);
  const { read = {}, loaded = {}, unchanged = {}, duplicate = {}, unmatched = {} } = amounts;
  for (const [currency, total] of Object.entries(read)) {
    expect(total).toBe([loaded, unchanged, duplicate, unmatched].reduce((sum, part) => sum + (part[currency] ?? 0), 0));
  }
}

type Case = {
  readonly kind: ImportKind;
  readonly file: string;
  readonly rows: Partial<ImportBatch["rows"]>;
  readonly amounts?: ImportBatch["amounts"];
};

// Each file has a blank line, a row that cannot be read and, but for regions and products, one that names an unknown code.
const CASES: readonly Case[] = [
  {
    kind: "regions",
    file: "code,name,parent_code\nwest,West,world\n\nwest,West,world\n,Nameless,world\neast,East,atlantis\n",
    rows: { read: 5, loaded: 1, duplicate: 1, rejected: 1, unmatched: 1, ignored: 1 },
  },
  {
    kind: "products",
    file: "sku,name,line_code,line_name,category_code,category_name\nS9,Bell,parts,Parts,all,All\n\nS9,Bell,parts,Parts,all,All\n,Nothing,parts,Parts,all,All\nS1,Saddle,parts,Parts,all,All\n",
    rows: { read: 5, loaded: 1, duplicate: 1, rejected: 1, unchanged: 1, ignored: 1 },
  },
  {
    kind: "partners",
    file: "code,name,region_code,attr.employees\nC,Gamma,north,12\n\nC,Gamma,north,12\nD,,north,\nE,Epsilon,moon,\nA,Alpha,north,\n",
    rows: { read: 6, loaded: 1, duplicate: 1, rejected: 1, unmatched: 1, unchanged: 1, ignored: 1 },
  },
  {
    kind: "pos",
    file: "partner_code,sku,sale_date,units,net_amount,currency\nA,S1,2024-01-05,2,10.50,USD\nA,S1,2024-01-05,2,10.50,USD\nA,S3,2024-01-31,-1,-3.0001,EUR\n\nA,S1,2024-02-30,1,1,USD\nA,S8,2024-01-06,1,7,USD\nX,S1,2024-01-06,1,0.25,\n",
    rows: { read: 7, loaded: 3, rejected: 1, unmatched: 2, ignored: 1 },
    amounts: {
      read: { USD: 282_500, EUR: -30_001 },
      loaded: { USD: 210_000, EUR: -30_001 },
      unmatched: { USD: 72_500 },
      unchanged: {},
      duplicate: {},
    },
  },
  {
    kind: "opportunities",
    file: "code,partner_code,stage,status,origin,amount,created_on,closed_on\nO1,A,Proposal,open,sourced,100,2024-01-02,\n\nO1,A,Proposal,open,sourced,100,2024-01-02,\nO2,B,Closed,won,influenced,50,2024-01-02,\nO3,X,Proposal,open,sourced,7,2024-01-02,\nO4,B,Closed,won,influenced,50,2024-01-02,2024-02-01\n",
    rows: { read: 6, loaded: 2, duplicate: 1, rejected: 1, unmatched: 1, ignored: 1 },
    amounts: { read: { USD: 2_570_000 }, loaded: { USD: 1_500_000 }, duplicate: { USD: 1_000_000 }, unmatched: { USD: 70_000 }, unchanged: {} },
  },
  {
    kind: "certifications",
    file: "partner_code,person,track,level,earned_on,expires_on\nA,P1,service,1,2024-01-02,2026-01-02\n\nA,P1,service,1,2024-01-02,2026-01-02\nA,P2,service,1,2024-01-02,2024-01-02\nX,P3,sales,2,2024-01-02,\n",
    rows: { read: 5, loaded: 1, duplicate: 1, rejected: 1, unmatched: 1, ignored: 1 },
  },
  {
    kind: "observations",
    file: "partner_code,metric,observed_on,value\nA,service_sla,2024-01-31,97.5\n\nA,service_sla,2024-01-31,97.5\nA,service_sla,2024-01-31,high\nA,unheard_of,2024-01-31,1\n",
    rows: { read: 5, loaded: 1, duplicate: 1, rejected: 1, unmatched: 1, ignored: 1 },
  },
  {
    kind: "potentials",
    file: "region_code,line_code,category_code,valid_from,amount\nnorth,parts,,2024-01-01,100\n\nnorth,parts,,2024-01-01,100\nnorth,parts,all,2024-01-01,1\nnorth,,,2024-01-01,1\nsouth,,all,2024-01-01,50.5\nX,parts,,2024-01-01,7\nsouth,unheard_of,,2024-01-01,8\n",
    rows: { read: 8, loaded: 2, duplicate: 1, rejected: 2, unmatched: 2, ignored: 1 },
    amounts: { read: { USD: 2_655_000 }, loaded: { USD: 1_505_000 }, duplicate: { USD: 1_000_000 }, unmatched: { USD: 150_000 }, unchanged: {} },
  },
];

describe.each(CASES)("a file of $kind", ({ kind, file, rows, amounts }) => {
  test("is received, checked, loaded and balances; the same file again changes nothing, nor do its rows in another file", async () => {
    const org = await database.organization(`every kind: ${kind}`);
    await org.withMasterData();
    await createMetric(org.manager, { key: "service_sla", name: "Service SLA", unit: "percent", betterWhen: "higher" });

    const received = await org.receive(kind, file, { onRejected: "load" });
    expect(received).toMatchObject({ number: 4, kind, status: "queued", seq: null, fileBytes: Buffer.byteLength(file), createdBy: "Mia Manager" });
    const batch = await org.process(received.number);
    expect(batch).toMatchObject({ status: "published", seq: 4, waiting: rows.unmatched ?? 0, bytesDone: batch.fileBytes, outcome: null });
    expect(batch.rows).toEqual({ read: 0, loaded: 0, unchanged: 0, duplicate: 0, rejected: 0, unmatched: 0, ignored: 0, corrected: 0, ...rows });
    expect(batch.amounts).toEqual(amounts ?? {});
    expectBalance(batch);
    expect((await listImports(org.manager, {})).items[0]).toEqual(batch);
    const detail = await getImport(org.manager, { batch: 4 });
    expect(detail.batch).toEqual(batch);
    expect(detail.rejected).toHaveLength(rows.rejected ?? 0);

    const before = await organizationFacts(org);
    expect(await org.upload(kind, file, { onRejected: "load" })).toMatchObject({
      number: 5,
      status: "unchanged",
      seq: null,
      outcome: { code: "same_file", batch: 4 },
    });
    expect(await organizationFacts(org)).toEqual(before);

    const readable = file
      .split("\n")
      .filter((_, index) => index === 0 || !detail.rejected.some(({ line }) => line === index + 1))
      .filter((line) => !/atlantis|moon|S8|^X|,X,|unheard_of/.test(line))
      .join("\n");
    const again = await org.upload(kind, readable);
    expect(again).toMatchObject({ number: 6, status: "unchanged", seq: null, outcome: { code: "nothing_new" }, rows: { loaded: 0 } });
    expectBalance(again);
    expect(await organizationFacts(org)).toEqual(before);
  });
});

test("what was loaded is what the file says", async () => {
  const org = await database.organization("as the file says");
  await org.withMasterData();
  await org.upload("partners", 'code;name;region_code;type;enrolled_on;country;attr.employees\nC;Gämma "G";south;Dealer;31.12.2023;DE;12\n', {
    format: { dateFormat: "DD.MM.YYYY", decimal: "," },
  });
  await org.upload("pos", "Distributor;Item;Day;Qty;Net;Customer\nC;S1;05.01.2024;2;1.010,50;Tab\\t \\N und \\\\\n", {
    format: { dateFormat: "DD.MM.YYYY", decimal: ",", defaultCurrency: "EUR", mapping: { Item: "sku", Day: "sale_date", Customer: "end_customer" } },
  });
  const { partners, sales, months } = await organizationData(org);
  expect(partners[2]).toEqual({
    code: "C",
    name: 'Gämma "G"',
    region: "south",
    type: "Dealer",
    enrolled_on: "2023-12-31",
    attributes: { employees: 12, country: "DE" },
  });
  expect(sales).toEqual([
    {
      batch: 5,
      line: 2,
      partner: "C",
      sku: "S1",
      region: "south",
      sale_date: "2024-01-05",
      units: 2,
      net_e4: "10105000",
      currency: "EUR",
      document: "",
      document_line: "",
      end_customer: "Tab\\t \\N und \\\\",
      retired_by: null,
    },
  ]);
  expect(months).toEqual([
    { batch: 5, partner: "C", month: "2024-01-01", line: "parts", region: "south", currency: "EUR", lines: 1, units: "2", net_e4: "10105000" },
  ]);
});

test("product lines and categories that only change their names are corrections", async () => {
  const org = await database.organization("renamed lines");
  await org.withMasterData();
  const renamed = await org.upload(
    "products",
    "sku,name,line_code,line_name,category_code,category_name\nS1,Saddle,parts,Spare parts,all,All\nS3,Bike,bikes,Bikes,all,All\n",
  );
  expect(renamed).toMatchObject({ status: "published", seq: 4, rows: { read: 2, loaded: 1, corrected: 1, unchanged: 1 } });
  expect((await organizationData(org)).products.map(({ sku, line_name }) => [sku, line_name])).toEqual([
    ["S1", "Spare parts"],
    ["S2", "Spare parts"],
    ["S3", "Bikes"],
  ]);
});
