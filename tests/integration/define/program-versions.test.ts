import { describe, expect, test } from "vitest";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const organization = (name: string) => database.organization(name, []);

async function stored(org: ScoreOrganization): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(p)) from program p) as programs, (select jsonb_agg(to_jsonb(v) order by v.id) from program_version v) as versions,
       (select count(*) from audit_event) as events`,
  );
  return rows[0];
}

describe("a program version", () => {
  test("is created as a draft, published for a day on, listed and read back as it was written", async () => {
    const org = await organization("versions");
    const draft = await createProgramVersion(org.manager, { document: program(), note: "first rules" });
    expect(draft).toMatchObject({
      version: 1,
      status: "draft",
      effectiveFrom: null,
      note: "first rules",
      createdBy: "The channel_manager",
      publishedAt: null,
      issues: [],
    });
    expect(draft.document).toEqual(program());
    await publishProgramVersion(org.manager, { version: 1, effectiveFrom: "2024-01-01" });
    await createProgramVersion(org.manager, { document: program({ name: "New name" }) });
    const { items } = await listProgramVersions(org.manager, {});
    expect(items.map(({ version, status, effectiveFrom, note }) => [version, status, effectiveFrom, note])).toEqual([
      [2, "draft", null, null],
      [1, "published", "2024-01-01", "first rules"],
    ]);
    expect((await getProgramVersion(org.manager, { version: 2 })).document.name).toBe("New name");
  });

  test("gives the program its name from its day on, and no sooner: of what other rules decided the name stays", async () => {
    const org = await database.organization("names", [{ code: "A" }]);
    await org.publishProgram(program());
    await createProgramVersion(org.manager, { document: program({ name: "New name" }) });
    const names = async () => (await listProgramVersions(org.manager, {})).items.map(({ version, program: { name } }) => [version, name]);
    const each = [
      [2, "New name"],
      [1, "Distributor program"],
    ];
    expect(await names()).toEqual(each);
    await publishProgramVersion(org.manager, { version: 2, effectiveFrom: "2024-04-01" });
    expect(await names()).toEqual(each);
    expect((await evaluateRun(org.manager, { asOf: "2024-03-31" })).program).toEqual({ key: "main", name: "Distributor program", version: 1 });
    expect((await evaluateRun(org.manager, { asOf: "2024-04-30" })).program).toEqual({ key: "main", name: "New name", version: 2 });
  });

  test("has the same hash however the document is spelled, and another one for other rules", async () => {
    const org = await organization("document hash");
    const reversed = Object.fromEntries(Object.entries(program()).reverse());
    const hashes = [];
    for (const document of [program(), reversed, program({ scoreDecimals: 2 })])
      hashes.push((await createProgramVersion(org.manager, { document })).documentHash);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test("gets a number of its own when several are created at once", async () => {
    const org = await organization("at once");
    const created = await Promise.all([1, 2, 3, 4].map(() => createProgramVersion(org.manager, { document: program() })));
    expect(created.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  test("that contradicts itself can be kept as a draft with its issues, and not be published", async () => {
    const org = await organization("contradiction");
    const document = program({ tiers: [...program().tiers.slice(0, 2), { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 101 } }] });
    const draft = await createProgramVersion(org.manager, { document });
    expect(draft.issues).toEqual([expect.objectContaining({ path: "tiers.gold", severity: "error", code: "tier_unreachable" })]);
    const before = await stored(org);
    await expect(publishProgramVersion(org.manager, { version: 1, effectiveFrom: "2024-01-01" })).rejects.toMatchObject({
      code: "unprocessable",
      message: expect.stringMatching(/contradicts itself at tiers.gold/),
      details: { issues: [expect.objectContaining({ path: "tiers.gold" })] },
    });
    expect(await stored(org)).toEqual(before);
  });

  test("that is published is not published again, for another day either", async () => {
    const org = await organization("twice");
    await org.publishProgram(program());
    const before = await stored(org);
    await expect(publishProgramVersion(org.manager, { version: 1, effectiveFrom: "2025-01-01" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/Begin a new draft from it/),
    });
    expect(await stored(org)).toEqual(before);
  });

  test.each([
    ["no object", "a text", "document"],
    ["an unknown field", { ...program(), colour: "red" }, "document"],
    ["a negative weight", { ...program(), score: { ...program().score, weight: -1 } }, "document.score.weight"],
    ["a NUL character", program({ name: "a\0b" }), "document.name"],
    ["half a surrogate pair", program({ description: "\ud800" }), "document.description"],
  ])("with %s is refused, naming the place", async (what, document, path) => {
    const org = await organization(`refused: ${what}`);
    const before = await stored(org);
    await expect(createProgramVersion(org.manager, { document })).rejects.toMatchObject({
      code: "invalid_input",
      details: { issues: [expect.objectContaining({ path })] },
    });
    expect(await stored(org)).toEqual(before);
  });

  test("is neither read nor written from another organization, and not written by finance", async () => {
    const org = await organization("ours");
    const other = await organization("theirs");
    await org.publishProgram(program());
    expect((await listProgramVersions(other.manager, {})).items).toEqual([]);
    await expect(getProgramVersion(other.manager, { version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(publishProgramVersion(other.manager, { version: 1, effectiveFrom: "2024-01-01" })).rejects.toMatchObject({ code: "not_found" });
    await expect(createProgramVersion(org.staff("finance"), { document: program() })).rejects.toMatchObject({ code: "forbidden" });
    expect((await listProgramVersions(org.staff("finance"), {})).items).toHaveLength(1);
  });
});
