import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { adventureworksCsv, csvRows } from "@/prisma/demo/adventureworks-files";
import { DATA_ENDS, partnerProfiles } from "@/prisma/demo/generated/partner-profile";
import { generatedCsv } from "@/prisma/demo/generated-files";
import { readDemoFile } from "./read-demo-file";

let files: { regions: Buffer; partners: Buffer; pos: Buffer };
let generated: ReturnType<typeof generatedCsv>;

beforeAll(async () => {
  files = { regions: await adventureworksCsv("regions"), partners: await adventureworksCsv("partners"), pos: await adventureworksCsv("pos") };
  generated = generatedCsv(files);
});

describe("the generated files", () => {
  test("are the same bytes on every machine, every time", () => {
    const hashes = Object.fromEntries(
      Object.entries(generated).map(([kind, csv]) => [kind, createHash("sha256").update(csv).digest("hex").slice(0, 16)]),
    );
    expect(hashes).toEqual({
      certifications: "250f6f8b52169e64",
      observations: "86f074be1d8f1b07",
      opportunities: "8c6bc26e05dc734b",
      potentials: "a682a80b8d2d4d65",
    });
  });

  test("hold only rows that the import accepts, of known partners", async () => {
    const partners = new Set(csvRows(files.partners).map(({ code }) => code));
    for (const kind of ["opportunities", "certifications", "observations"] as const) {
      const rows = await readDemoFile(kind, generated[kind]);
      expect(rows.length).toBeGreaterThan(1000);
      expect(rows.filter((row) => !partners.has(row.partner_code))).toEqual([]);
    }
  });

  test("say what some of the regions could bring, in whole thousands", async () => {
    const regions = new Set(csvRows(files.regions).map(({ code }) => code));
    const rows = await readDemoFile("potentials", generated.potentials);
    expect(rows.length).toBe(10);
    expect(rows.filter((row) => !regions.has(row.region_code) || row.amount < 100_000 * 10_000 || row.amount % (1_000 * 10_000) !== 0)).toEqual([]);
  });

  test("say nothing about days after the data ends, but for what is expected then", async () => {
    const opportunities = await readDemoFile("opportunities", generated.opportunities);
    expect(opportunities.filter((it) => it.created_on >= DATA_ENDS || (it.closed_on ?? "") >= DATA_ENDS)).toEqual([]);
    expect((await readDemoFile("certifications", generated.certifications)).filter((it) => it.earned_on >= DATA_ENDS)).toEqual([]);
    expect((await readDemoFile("observations", generated.observations)).filter((it) => it.observed_on >= DATA_ENDS || it.value > 100)).toEqual([]);
  });

  test("give partners that sell more a larger pipeline and more certified people", () => {
    const strong = new Set(
      partnerProfiles(csvRows(files.partners), csvRows(files.pos))
        .filter((it) => it.strength >= 0.5)
        .map((it) => it.code),
    );
    for (const kind of ["opportunities", "certifications"] as const) {
      const rows = csvRows(generated[kind]);
      const ofStrong = rows.filter(({ partner_code = "" }) => strong.has(partner_code)).length;
      expect(ofStrong).toBeGreaterThan(rows.length * 0.6);
    }
  });
});
