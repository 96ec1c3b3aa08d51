import { expect, test } from "vitest";
import { versionInEffect, versionStanding } from "@/lib/domain/define/version-standing";

const published = (version: number, effectiveFrom: string) => ({ version, status: "published" as const, effectiveFrom });
const VERSIONS = [
  published(1, "2024-01-01"),
  published(2, "2024-04-01"),
  published(3, "2024-04-01"),
  published(4, "2024-07-01"),
  published(5, "2024-02-01"),
  published(6, "2024-07-01"),
  { version: 7, status: "draft" as const, effectiveFrom: null },
  { version: 8, status: "proposed" as const, effectiveFrom: "2024-04-15" },
  { version: 9, status: "discarded" as const, effectiveFrom: null },
];

const standingsOn = (day: string) => VERSIONS.map((version) => versionStanding(version, VERSIONS, day));

test("a published version is in effect from its day until another one is; of several on one day the highest", () => {
  expect(standingsOn("2024-06-30").slice(0, 6)).toEqual(["replaced", "replaced", "in_effect", "replaced", "replaced", "coming"]);
  expect(standingsOn("2024-07-01").slice(0, 6)).toEqual(["replaced", "replaced", "replaced", "replaced", "replaced", "in_effect"]);
  expect(standingsOn("2024-01-31").slice(0, 6)).toEqual(["in_effect", "replaced", "coming", "replaced", "coming", "coming"]);
});

test("what is not published is what it is, also after the day that it is proposed for", () => {
  expect(standingsOn("2024-06-30").slice(6)).toEqual(["draft", "proposed", "discarded"]);
});

test("before the first day none is in effect", () => {
  expect(versionInEffect(VERSIONS, "2023-12-31")).toBeUndefined();
  expect(versionInEffect(VERSIONS, "2024-03-31")?.version).toBe(5);
  expect(versionInEffect([], "2024-03-31")).toBeUndefined();
});
