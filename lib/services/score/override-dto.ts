import { today } from "@/lib/clock";
import type { Override, OverrideState, OverrideTier } from "@/lib/contracts/override";
import type { OverrideRow } from "@/lib/db/overrides";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { daysBetween } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { readProgram } from "@/lib/services/define/read-program";
import { runDto } from "./run-dto";

type Tiers = readonly Pick<Program["tiers"][number], "key" | "name">[];

/** What overrides are told by: the organization's day, and the tiers, lowest first, of what is in effect on it and of the last published run. */
export type OverrideContext = { readonly today: IsoDate; readonly inEffect: Tiers; readonly published: Tiers };

export async function overrideContext(db: ScopedDb, program: string): Promise<OverrideContext> {
  const day = today((await db.organizations.get()).timeZone);
  const version = await db.programs.findVersionInEffect(program, day);
  const run = await db.runs.findCurrent(program);
  const published = run === null ? [] : runDto(run).tiers.map(({ tier: key, name }) => ({ key, name }));
  return { today: day, inEffect: version === null ? published : (await readProgram(db, version.id)).tiers, published };
}

export function overrideDto(row: OverrideRow, { today: day, inEffect, published }: OverrideContext): Override {
  const { number, program, reason, owner, expires, createdBy, createdAt } = row;
  const state = stateOf(row, day);
  return {
    ...{ number, state, program, reason, owner, expires, createdBy, createdAt },
    partner: { code: row.partnerCode, name: row.partnerName },
    tier: tierOf(row.tier, inEffect),
    qualified: row.qualified === null ? null : tierOf(row.qualified, published),
    daysLeft: state === "in_force" ? daysBetween(day, expires) : null,
    ended:
      row.endedAt === null || row.endedBy === null ? null : { at: row.endedAt, by: row.endedBy, reason: row.endReason, replacedBy: row.replacedBy },
  };
}

function stateOf({ endedAt, expires }: OverrideRow, day: IsoDate): OverrideState {
  if (endedAt !== null) return "ended";
  return expires > day ? "in_force" : "expired";
}

function tierOf(key: string, tiers: Tiers): OverrideTier {
  const rank = tiers.findIndex((tier) => tier.key === key);
  return { key, name: tiers[rank]?.name ?? key, rank: rank === -1 ? null : rank, of: tiers.length };
}
