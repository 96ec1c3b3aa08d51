import type { Scope } from "@/lib/access/actor";
import type { Override, PartnerState } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** What an evaluation knows of one partner beside its metrics. */
export type PopulationRow = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly type: string | null;
  readonly enrolledOn: IsoDate | null;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly regionId: number;
  /** From the run of the review before; null when that has no decision about the partner. */
  readonly previous: PartnerState | null;
  /** The override in force; null without one. */
  readonly override: Override | null;
};

export type PopulationAt = {
  readonly programId: number;
  readonly stateRunId: number | null;
  readonly asOf: IsoDate;
  /**
   * Of overrides that have not expired on the as-of date: those that have not ended, as a run counts them, or those that stood at the end of that
   * day in the organization's time zone, whatever ended since.
   */
  readonly overrides?: "open" | "of_the_day" | undefined;
};

export function populationRepository(tx: Tx, scope: Scope) {
  return {
    /** All partners as an evaluation of `programId` finds them; their previous states are those of `stateRunId`. */
    async collect({ programId, stateRunId, asOf, overrides = "open" }: PopulationAt): Promise<PopulationRow[]> {
      staffOnly(scope);
      const stood = overrides === "open" ? Prisma.sql`o.ended_at is null` : stoodAtTheEndOf(asOf);
      return tx.$queryRaw<PopulationRow[]>`
        select p.id, p.code, p.name, p.type, p.enrolled_on::text as "enrolledOn", p.attributes, p.region_id as "regionId", d.explanation -> 'state' as previous,
          case when o.tier is not null then jsonb_build_object('tier', o.tier, 'reason', o.reason, 'owner', o.owner, 'expires', o.expires_on::text) end as override
        from partner p
        left join decision d on d.org_id = p.org_id and d.run_id = ${stateRunId}::int and d.partner_id = p.id
        left join tier_override o on o.org_id = p.org_id and o.partner_id = p.id and o.program_id = ${programId} and ${stood} and o.expires_on > ${asOf}::date
        where p.org_id = ${scope.orgId}`;
    },
  };

  /** At any moment a partner has one at most: what takes the place of another is made when that ends. */
  function stoodAtTheEndOf(day: IsoDate): Prisma.Sql {
    const end = Prisma.sql`(select (${day}::date + 1)::timestamp at time zone time_zone from organization where id = ${scope.orgId})`;
    return Prisma.sql`o.created_at < ${end} and (o.ended_at is null or o.ended_at >= ${end})`;
  }
}
