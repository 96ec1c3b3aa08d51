import type { Scope } from "@/lib/access/actor";
import type { Override, PartnerState } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
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

export function populationRepository(tx: Tx, scope: Scope) {
  return {
    /** All partners as an evaluation of `programId` finds them; their previous states are those of `stateRunId`. */
    async collect({
      programId,
      stateRunId,
      asOf,
    }: {
      readonly programId: number;
      readonly stateRunId: number | null;
      readonly asOf: IsoDate;
    }): Promise<PopulationRow[]> {
      staffOnly(scope);
      return tx.$queryRaw<PopulationRow[]>`
        select p.id, p.code, p.name, p.type, p.enrolled_on::text as "enrolledOn", p.attributes, p.region_id as "regionId", d.explanation -> 'state' as previous,
          case when o.tier is not null then jsonb_build_object('tier', o.tier, 'reason', o.reason, 'owner', o.owner, 'expires', o.expires_on::text) end as override
        from partner p
        left join decision d on d.org_id = p.org_id and d.run_id = ${stateRunId}::int and d.partner_id = p.id
        left join tier_override o on o.org_id = p.org_id and o.partner_id = p.id and o.program_id = ${programId} and o.ended_at is null and o.expires_on > ${asOf}::date
        where p.org_id = ${scope.orgId}`;
    },
  };
}
