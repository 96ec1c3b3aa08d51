import { expect, test } from "vitest";
import { auditAddress, readAuditAddress } from "@/components/settings/audit-address";
import { targetPath } from "@/components/settings/audit-target";
import { actionWords, actorWords, detailWords, doneWords } from "@/components/settings/audit-words";

test("an action and an actor are told in words", () => {
  expect(actionWords("program_version.publish")).toBe("Program version: publish");
  expect(actionWords("login")).toBe("Login");
  expect(doneWords("run.publish")).toBe("Published");
  expect(doneWords("invitation.create")).toBe("Invited");
  expect(doneWords("cell.exclude")).toBe("Cell: exclude,");
  expect(actorWords({ kind: "token", name: "nightly" })).toBe("nightly (API token)");
  expect(actorWords({ kind: "user", name: "Ada" })).toBe("Ada");
});

test("a detail is told term by term, whatever it holds", () => {
  const detail = {
    expiresAt: null,
    scopes: ["run.read", "run.publish"],
    before: { weekStart: 1, name: "" },
    documentHash: "abc",
    done: false,
    rows: 0,
    none: [],
  };
  expect(detailWords(detail)).toEqual([
    { term: "Expires at", words: "none" },
    { term: "Scopes", words: "run.read and run.publish" },
    { term: "Before", words: "week start 1, name none" },
    { term: "Document hash", words: "abc" },
    { term: "Done", words: "no" },
    { term: "Rows", words: "0" },
    { term: "None", words: "none" },
  ]);
});

test("what has a page is linked, and nothing else", () => {
  expect(targetPath("run 12")).toBe("/score/runs/12");
  expect(targetPath("import 3")).toBe("/measure/imports/3");
  expect(targetPath("fund 6")).toBe("/entitle/funds/6");
  expect(targetPath("fund 6, partner AW00000085")).toBe("/entitle/funds/6");
  expect(targetPath("program main version 2")).toBe("/define?program=main&version=2");
  for (const target of ["user run 12", "run 12 x", "javascript:alert(1)", "token 4", ""]) expect(targetPath(target)).toBeNull();
});

test("the filter survives the address, and what nobody could have chosen is dropped", () => {
  const { verify, cursor, ...filter } = readAuditAddress({
    who: " Ada ",
    from: "2025-01-01",
    until: "yesterday",
    target: "",
    verify: "true",
    cursor: "abc",
  });
  expect([verify, cursor, filter]).toEqual([true, "abc", { who: "Ada", from: "2025-01-01" }]);
  expect(auditAddress(filter, { cursor: "x" })).toBe("/settings/audit?who=Ada&from=2025-01-01&cursor=x");
  expect(auditAddress({})).toBe("/settings/audit");
});
