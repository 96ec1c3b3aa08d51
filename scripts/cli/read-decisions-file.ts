import { z } from "zod";
import type { PartnerState } from "@/lib/domain/run-input";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { BadInput } from "./failure";
import { readJson } from "./input-file";

const Decisions = z.object({
  decisions: z.array(
    z.object({
      partner: z.string(),
      state: z.object({ tier: z.string(), since: IsoDate, missedReviews: z.int().min(0), qualifiedOn: IsoDate.optional() }),
    }),
  ),
});

/** What each partner carries on, from decisions printed by an earlier `evaluate --json`. @throws BadInput when the file is something else */
export async function readDecisionsFile(file: string): Promise<Map<string, PartnerState>> {
  const parsed = Decisions.safeParse(await readJson(file));
  if (parsed.success) return new Map(parsed.data.decisions.map(({ partner, state }) => [partner, state]));
  const [issue] = parsed.error.issues;
  throw new BadInput([`${file}, ${issue?.path.join(".") || "document"}: ${issue?.message}. Give what an earlier evaluate printed with --json.`]);
}
