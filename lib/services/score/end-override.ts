import { EndOverride, type Override } from "@/lib/contracts/override";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { overrideContext, overrideDto } from "./override-dto";
import { requireOverride } from "./require-override";

/** Ends an override before its day, with the reason; of one that has expired, so that evaluations as of days before leave it out too. */
export const endOverride = command({
  permission: "override.write",
  input: EndOverride,
  async run({ actor, db }, { override: number, reason }): Promise<Override> {
    const { program, partnerCode } = await requireOverride(db, number);
    if (!(await db.overrides.end(number, actor, reason))) {
      const { endedBy, endedAt } = await requireOverride(db, number);
      throw new AppError("conflict", `Override ${number} was ended by ${endedBy} already. Nothing was changed.`, {
        override: number,
        endedBy,
        endedAt,
      });
    }
    await db.audit.append(actor, { action: "override.end", target: `override ${number}, partner ${partnerCode}`, detail: { reason } });
    return overrideDto(await requireOverride(db, number), await overrideContext(db, program));
  },
});
