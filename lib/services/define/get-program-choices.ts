import { z } from "zod";
import type { ProgramChoices } from "@/lib/contracts/program-choices";
import { query } from "@/lib/services/define-service";

/** What of the organization's data a program can name. */
export const getProgramChoices = query({
  permission: "program.write",
  input: z.strictObject({}),
  async run({ db }): Promise<ProgramChoices> {
    const regions = await db.regions.listPaths();
    const levels = regions.reduce((most, { path }) => Math.max(most, path.length), 0);
    const atLevel = (level: number) => [...new Set(regions.flatMap(({ path }) => path[level] ?? []))];
    return {
      categories: await db.programChoices.categories(),
      lines: await db.programChoices.lines(),
      regions: regions.map(({ code, name }) => ({ code, name })),
      tracks: await db.programChoices.tracks(),
      customMetrics: (await db.customMetrics.list()).map(({ key, name }) => ({ code: key, name })),
      attributes: Object.fromEntries([
        ...(await db.programChoices.attributes()),
        ["region", regions.map(({ code }) => code)],
        ...Array.from({ length: levels }, (_, level) => [`region_level_${level + 1}`, atLevel(level)] as const),
      ]),
    };
  },
});
