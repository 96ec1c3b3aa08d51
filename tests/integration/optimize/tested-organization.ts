import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { type Measured, program, type ScoreOrganization } from "../../support/factories";
import type { scoreDatabase } from "../../support/score-database";

export const GOLD: Measured = { sales: 80, quality: 80 };
export const SILVER: Measured = { sales: 50, quality: 50 };

/** Version 1 is published with a run as of the end of 2024, version 2 is a draft without grace. One partner falls and rises. */
export async function testedOrganization(database: ReturnType<typeof scoreDatabase>, name: string): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "FALLS" }, { code: "STEADY" }]);
  await org.publishProgram(program());
  await org.observe("2024-03-31", { FALLS: GOLD, STEADY: SILVER });
  await org.observe("2024-06-30", { FALLS: SILVER });
  await org.observe("2024-12-31", { FALLS: GOLD });
  await evaluateRun(org.manager, { asOf: "2024-12-31" });
  await publishRun(org.manager, { run: 1 });
  await createProgramVersion(org.manager, { document: program({ movement: { ...program().movement, graceReviews: 0 } }) });
  return org;
}
