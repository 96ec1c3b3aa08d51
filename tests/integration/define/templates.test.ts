import { describe, expect, test } from "vitest";
import { checkProgram } from "@/lib/domain/define/check-program";
import { PROGRAM_TEMPLATES } from "@/lib/domain/define/templates/program-templates";
import { adoptTemplate } from "@/lib/services/define/adopt-template";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { getTemplate } from "@/lib/services/define/get-template";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { listTemplates } from "@/lib/services/define/list-templates";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { updateOrganization } from "@/lib/services/settings/update-organization";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

async function stocked(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "ONE" }, { code: "TWO" }]);
  await org.facts.product("B-1", "road", "bikes");
  await org.facts.product("C-1", "gloves", "clothing");
  return org;
}

async function stored(org: ScoreOrganization): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select count(*) from program) as programs, (select count(*) from program_version) as versions,
       (select count(*) from custom_metric) as metrics, (select count(*) from audit_event) as events`,
  );
  return rows[0];
}

describe("a template", () => {
  test("is one of six that every member of staff can read, as the organization would begin with it", async () => {
    const org = await stocked("reads");
    const { items } = await listTemplates(org.staff("finance"), {});
    expect(items.map(({ key }) => key)).toEqual(PROGRAM_TEMPLATES.map(({ key }) => key));
    const { document } = await getTemplate(org.staff("finance"), { template: "growth_program" });
    expect(document.metrics.find(({ key }) => key === "mix")?.source).toMatchObject({ share: { categories: ["clothing"] } });
    await expect(getTemplate(org.manager, { template: "luck" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listTemplates(org.partnerUser("ONE"), {})).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each(PROGRAM_TEMPLATES.map(({ key, name }) => [name, key]))(
    "%s becomes a draft beside the program in effect, which evaluates",
    async (name, key) => {
      const org = await stocked(`adopts ${key}`);
      await updateOrganization(org.staff("admin"), { name: `adopts ${key}`, currency: "USD", timeZone: "UTC", fiscalStartMonth: 4, weekStart: 1 });
      await org.publishProgram(program());
      const draft = await adoptTemplate(org.manager, { template: key });
      expect(draft).toMatchObject({ version: 2, status: "draft", note: `From the template “${name}”`, createdBy: "The channel_manager" });
      expect(draft.document).toEqual((await getTemplate(org.manager, { template: key })).document);
      expect(draft.document).toMatchObject({ currency: "USD", fiscalCalendar: { startMonth: 4 } });
      expect(draft.issues).toEqual(checkProgram(draft.document));
      const { rows } = await org.sql("select key from custom_metric order by key");
      const observed = draft.document.metrics.flatMap(({ source }) => (source.kind === "observation" ? [source.metric] : []));
      expect(rows.map((row) => row.key)).toEqual([...new Set(["quality", "sales", ...observed])].sort());
      expect(await evaluateRun(org.manager, { asOf: "2024-03-31", version: 2 })).toMatchObject({ status: "draft", partners: 2 });
      expect((await listProgramVersions(org.manager, {})).items.map(({ version, status }) => [version, status])).toEqual([
        [2, "draft"],
        [1, "published"],
      ]);
    },
  );

  test("is also where an organization without a program begins, and may be published as it is", async () => {
    const org = await stocked("begins");
    const { version } = await adoptTemplate(org.manager, { template: "reseller_ladder" });
    expect(await publishProgramVersion(org.manager, { version, effectiveFrom: "2024-01-01" })).toMatchObject({ version: 1, status: "published" });
    expect((await getProgramVersion(org.manager, { version })).program).toEqual({ key: "main", name: "Reseller program" });
  });

  test("can be adopted again: what it observes is set up once", async () => {
    const org = await stocked("again");
    await adoptTemplate(org.manager, { template: "growth_program" });
    await adoptTemplate(org.manager, { template: "growth_program" });
    const { rows } = await org.sql("select count(*)::int as events from audit_event where action = 'metric.create'");
    expect(rows).toEqual([{ events: 1 }]);
  });

  test("is refused without products, without the right, and when there is none of its name; nothing is stored then", async () => {
    const empty = await database.organization("no products", []);
    const org = await stocked("refusals");
    const before = [await stored(empty), await stored(org)];
    await expect(adoptTemplate(empty.manager, { template: "growth_program" })).rejects.toMatchObject({
      code: "conflict",
      message: /Import products first/,
    });
    await expect(adoptTemplate(org.staff("finance"), { template: "growth_program" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(adoptTemplate(org.partnerUser("ONE"), { template: "growth_program" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(adoptTemplate(org.manager, { template: "luck" })).rejects.toMatchObject({ code: "not_found" });
    expect([await stored(empty), await stored(org)]).toEqual(before);
  });
});

describe("a document in another currency than the organization's", () => {
  const inEuros = PROGRAM_TEMPLATES.map((template) => template.program("EUR"))[0];

  test("is refused, saying where and how to mend it; while nothing is published the organization could change, too", async () => {
    const org = await stocked("other currency");
    const before = await stored(org);
    await expect(createProgramVersion(org.manager, { document: inEuros })).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        issues: [{ path: "document.currency", message: expect.stringMatching(/write "USD" here .* or change the organization's currency/) }],
      },
    });
    expect(await stored(org)).toEqual(before);
    await org.publishProgram(program());
    const published = await stored(org);
    await expect(createProgramVersion(org.manager, { document: inEuros })).rejects.toMatchObject({
      details: { issues: [{ message: expect.not.stringMatching(/change the organization/) }] },
    });
    expect(await stored(org)).toEqual(published);
  });
});
