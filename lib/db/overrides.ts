import type { Actor, Scope } from "@/lib/access/actor";
import type { OverridesQuery } from "@/lib/contracts/override";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { AppError } from "@/lib/errors";
import { Prisma } from "./generated/prisma/client";
import { toInstantOrNull, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type OverrideRow = {
  readonly number: number;
  readonly program: string;
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly tier: string;
  readonly reason: string;
  readonly owner: string;
  /** The first day on which it no longer holds. */
  readonly expires: IsoDate;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Null together while it has not ended. */
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  /** One of the two once it has ended: why, or the number of the override that took its place. */
  readonly endReason: string | null;
  readonly replacedBy: number | null;
  /** The tier that the partner's figures qualify for in the program's last published run; null where that has no decision on it. */
  readonly qualified: string | null;
};

export type NewOverride = Pick<OverrideRow, "tier" | "reason" | "owner" | "expires"> & { readonly programId: number; readonly partnerId: number };

export type OverrideNarrowing = Pick<OverridesQuery, "program" | "state" | "partner"> & { readonly today: IsoDate };

type OverrideRecord = Omit<OverrideRow, "createdAt" | "endedAt"> & { readonly createdAt: Date; readonly endedAt: Date | null };

const COLUMNS = Prisma.sql`o.number, g.key as program, p.code as "partnerCode", p.name as "partnerName", o.tier, o.reason, o.owner, o.expires_on::text as expires,
  o.created_by as "createdBy", o.created_at as "createdAt", o.ended_at as "endedAt", o.ended_by as "endedBy", o.end_reason as "endReason", o.replaced_by as "replacedBy", d.qualified`;
const FROM = Prisma.sql`from tier_override o join program g on g.org_id = o.org_id and g.id = o.program_id join partner p on p.org_id = o.org_id and p.id = o.partner_id
  left join decision d on d.org_id = o.org_id and d.run_id = g.current_run_id and d.partner_id = o.partner_id`;

export function overridesRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const read = async (where: Prisma.Sql, order: Prisma.Sql, limit: number): Promise<OverrideRow[]> => {
    staffOnly(scope);
    const records = await tx.$queryRaw<
      OverrideRecord[]
    >`select ${COLUMNS} ${FROM} where o.org_id = ${orgId} and ${where} order by ${order} limit ${limit}`;
    return records.map((record) => ({ ...record, createdAt: toIsoInstant(record.createdAt), endedAt: toInstantOrNull(record.endedAt) }));
  };

  return {
    async find(number: number): Promise<OverrideRow | null> {
      return (await read(Prisma.sql`o.number = ${number}`, NEWEST, 1))[0] ?? null;
    },

    /** The partner's override that has not ended, expired or not. */
    async findOpen(programId: number, partnerId: number): Promise<OverrideRow | null> {
      const open = Prisma.sql`o.program_id = ${programId} and o.partner_id = ${partnerId} and o.ended_at is null`;
      return (await read(open, NEWEST, 1))[0] ?? null;
    },

    /** Those in force by the day they expire, others newest first; those that come after the one of the number `after`. */
    async list(narrowing: OverrideNarrowing, after: number | null, limit: number): Promise<OverrideRow[]> {
      const order = narrowing.state === "in_force" ? Prisma.sql`o.expires_on, o.number` : NEWEST;
      return read(Prisma.sql`${matching(narrowing)} ${following(narrowing.state, after)}`, order, limit);
    },

    /** Those in force that expire before `day`, the next to expire first. */
    async listExpiring(program: string, today: IsoDate, day: IsoDate, limit: number): Promise<OverrideRow[]> {
      const soon = Prisma.sql`${matching({ program, state: "in_force", today })} and o.expires_on < ${day}::date`;
      return read(soon, Prisma.sql`o.expires_on, o.number`, limit);
    },

    /**
     * Adds an override under the organization's next number, in the place of the partner's one that has not ended: `replaced` is its number.
     * @throws AppError not_found when the partner or the program is gone
     */
    async create({ programId, partnerId, ...override }: NewOverride, by: string): Promise<{ number: number; replaced: number | null }> {
      staffOnly(scope);
      const number = await nextNumber();
      const replaced = await tx.$queryRaw<{ number: number }[]>`
        update tier_override set ended_at = clock_timestamp(), ended_by = ${by}, replaced_by = ${number}
        where org_id = ${orgId} and program_id = ${programId} and partner_id = ${partnerId} and ended_at is null returning number`;
      // Before the partner and the program, which whoever removes the sample data deletes while holding the organization.
      await tx.$executeRaw`select from organization where id = ${orgId} for key share`;
      const added = await tx.$executeRaw`
        insert into tier_override (org_id, number, program_id, partner_id, tier, reason, owner, expires_on, created_by, created_at)
        select p.org_id, ${number}::int, g.id, p.id, ${override.tier}, ${override.reason}, ${override.owner}, ${override.expires}::date, ${by}, clock_timestamp()
        from partner p join program g on g.org_id = p.org_id and g.id = ${programId} where p.org_id = ${orgId} and p.id = ${partnerId}`;
      if (added === 0) throw new AppError("not_found", "The partner is not there any more. Nothing was changed.");
      return { number, replaced: replaced[0]?.number ?? null };
    },

    /** False when it has ended already. */
    async end(number: number, actor: Actor, reason: string): Promise<boolean> {
      staffOnly(scope);
      const ended = await tx.$executeRaw`
        update tier_override set ended_at = clock_timestamp(), ended_by = ${actor.name}, end_reason = ${reason}
        where org_id = ${orgId} and number = ${number} and ended_at is null`;
      return ended === 1;
    },
  };

  /** Nobody else takes one until the transaction ends, so that of several who override one partner at once each replaces the one before. */
  async function nextNumber(): Promise<number> {
    const [next] = await tx.$queryRaw<{ value: number }[]>`
      insert into org_counter as c (org_id, name, value) values (${orgId}, 'override', 1)
      on conflict (org_id, name) do update set value = c.value + 1 returning value`;
    if (next === undefined) throw new Error("the counter of overrides gave no number");
    return next.value;
  }

  function following(state: OverrideNarrowing["state"], after: number | null): Prisma.Sql {
    if (after === null) return Prisma.empty;
    if (state !== "in_force") return Prisma.sql`and o.number < ${after}`;
    return Prisma.sql`and (o.expires_on, o.number) > (select expires_on, number from tier_override where org_id = ${orgId} and number = ${after})`;
  }
}

const NEWEST = Prisma.sql`o.number desc`;

function matching({ program, state, partner, today }: OverrideNarrowing): Prisma.Sql {
  const conditions = [Prisma.sql`g.key = ${program}`];
  if (state === "ended") conditions.push(Prisma.sql`o.ended_at is not null`);
  if (state === "in_force") conditions.push(Prisma.sql`o.ended_at is null and o.expires_on > ${today}::date`);
  if (state === "expired") conditions.push(Prisma.sql`o.ended_at is null and o.expires_on <= ${today}::date`);
  if (partner !== undefined) conditions.push(Prisma.sql`p.code = ${partner}`);
  return Prisma.join(conditions, " and ");
}
