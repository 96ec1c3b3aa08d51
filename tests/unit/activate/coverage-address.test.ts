import { describe, expect, test } from "vitest";
import { cellPath, coverageAddress, exportAddress, readCoverageAddress } from "@/components/activate/coverage-address";

const PLAIN = readCoverageAddress({});

describe("the state of coverage in the address", () => {
  test("is plain where nothing was chosen", () => {
    expect(PLAIN).toMatchObject({ run: undefined, region: undefined, rows: "inside", measure: "coverage", page: 1 });
    expect(coverageAddress("matrix", PLAIN)).toBe("/activate");
  });

  test("goes there and back again", () => {
    const address = "/activate/gaps?run=3&region=US-PA&category=bikes&state=thin&rows=lowest&measure=revenue&page=2";
    const read = readCoverageAddress(Object.fromEntries(new URLSearchParams(address.split("?")[1])));
    expect(coverageAddress("gaps", read, { page: 2 })).toBe(address);
  });

  test("loses what nobody could have chosen", () => {
    const read = readCoverageAddress({ run: "x", rows: "all", measure: "luck", state: "covered", page: "-1", region: `${"R".repeat(99)}` });
    expect(read).toEqual({ ...PLAIN, region: "R".repeat(64) });
  });

  test("begins at the first page when anything else changes, and keeps the rest from view to view", () => {
    const address = readCoverageAddress({ region: "US", measure: "potential", page: "4" });
    expect(coverageAddress("matrix", address, { category: "bikes" })).toBe("/activate?region=US&category=bikes&measure=potential");
    expect(coverageAddress("map", address)).toBe("/activate/map?region=US&measure=potential");
    expect(coverageAddress("matrix", address, { region: undefined })).toBe("/activate?measure=potential");
  });

  test("names a cell and a file with codes of any characters", () => {
    expect(cellPath({ run: 3 }, "A&B", "x=y")).toBe("/activate/cell?region=A%26B&line=x%3Dy&run=3");
    expect(exportAddress(3, {}, "csv")).toBe("/api/v1/runs/3/coverage.csv");
    expect(exportAddress(3, { region: "A&B", category: "bikes" }, "xlsx")).toBe("/api/v1/runs/3/coverage.xlsx?region=A%26B&category=bikes");
  });
});
