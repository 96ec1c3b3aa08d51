import type { Actor, Scope } from "@/lib/access/actor";
import type { FundStatus } from "@/lib/contracts/fund";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { type Minor, toMinor } from "@/lib/domain/shared/money";
import { Prisma } from "./generated/prisma/client";
import { toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** A fund with the names of its program version; money in minor units. */
export type FundRow = {
  readonly id: number;
  readonly number: number;
  readonly status: FundStatus;
  readonly programId: number;
  readonly program: { readonly key: string; readonly name: string; readonly version: number };
  readonly programVersionId: number;
  readonly benefit: string;
  readonly benefitName: string;
  readonly periodFrom: IsoDate;
  readonly periodUntil: IsoDate;
  /** Month in which the program's fiscal year starts. */
  readonly startMonth: number;
  readonly currency: string;
  readonly runId: number;
  readonly run: number;
  readonly asOf: IsoDate;
  readonly budget: Minor;
  readonly allocated: Minor;
  readonly partners: number;
  readonly adjusted: number;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
};

export type NewFund = Pick<FundRow, "programId" | "benefit" | "periodFrom" | "periodUntil" | "currency" | "runId" | "budget">;

export type FundChangeKind = "proposed" | "adjusted" | "submitted" | "returned" | "approved" | "discarded";
type NewChange = {
  readonly kind: FundChangeKind;
  readonly partnerId?: number;
  readonly before?: Minor | null;
  readonly after?: Minor;
  readonly reason?: string | null;
};
export type FundChangeRow = {
  readonly kind: FundChangeKind;
  readonly partnerCode: string | null;
  readonly partnerName: string | null;
  readonly before: Minor | null;
  readonly after: Minor | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
};

type Instants = "createdAt" | "submittedAt" | "approvedAt";
type FundRecord = Omit<FundRow, Instants | "budget" | "allocated"> & {
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly budget: bigint;
  readonly allocated: bigint;
};

const FUND = Prisma.sql`f.id, f.number, f.status, f.program_id as "programId", jsonb_build_object('key', p.key, 'name', v.name, 'version', v.version) as program,
  r.program_version_id as "programVersionId", f.benefit, f.period_from::text as "periodFrom", f.period_until::text as "periodUntil",
  coalesce((select b ->> 'name' from jsonb_array_elements(v.document #> '{entitlements,benefits}') b where b ->> 'key' = f.benefit limit 1), f.benefit) as "benefitName",
  (v.document #>> '{fiscalCalendar,startMonth}')::int as "startMonth", f.currency, f.run_id as "runId", r.number as run, r.as_of::text as "asOf",
  f.budget, f.allocated, f.revision, f.created_by as "createdBy", f.created_at as "createdAt", f.submitted_by as "submittedBy", f.submitted_at as "submittedAt",
  f.approved_by as "approvedBy", f.approved_at as "approvedAt", a.partners, a.adjusted`;
const FROM = Prisma.sql`from fund f join run r on r.org_id = f.org_id and r.id = f.run_id join program p on p.org_id = f.org_id and p.id = f.program_id
  join program_version v on v.org_id = r.org_id and v.id = r.program_version_id
  cross join lateral (select count(*)::int as partners, (count(*) filter (where reason is not null))::int as adjusted
    from allocation where org_id = f.org_id and fund_id = f.id) a`;

function toRow(record: FundRecord): FundRow {
  return {
    ...record,
    budget: toMinor(record.budget),
    allocated: toMinor(record.allocated),
    createdAt: toIsoInstant(record.createdAt),
    submittedAt: record.submittedAt === null ? null : toIsoInstant(record.submittedAt),
    approvedAt: record.approvedAt === null ? null : toIsoInstant(record.approvedAt),
  };
}

export function fundsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const list = async (where: Prisma.Sql, limit: number): Promise<FundRow[]> => {
    staffOnly(scope);
    const records = await tx.$queryRaw<FundRecord[]>`
      select ${FUND} ${FROM} where f.org_id = ${orgId} and ${where} order by f.period_from desc, f.number desc limit ${limit}`;
    return records.map(toRow);
  };
  const find = async (where: Prisma.Sql): Promise<FundRow | null> => (await list(where, 1))[0] ?? null;

  return {
    find: (number: number) => find(Prisma.sql`f.number = ${number}`),
    /** Those put aside are left out. */
    list: (programKey: string, limit: number) => list(Prisma.sql`p.key = ${programKey} and f.status <> 'discarded'`, limit),
    findForPeriod: (programId: number, benefit: string, from: IsoDate) =>
      find(Prisma.sql`f.program_id = ${programId} and f.benefit = ${benefit} and f.period_from = ${from}::date and f.status <> 'discarded'`),
    /** The approved fund of the same benefit whose period came last before this one's. */
    findPrevious: ({ programId, benefit, periodFrom }: Pick<FundRow, "programId" | "benefit" | "periodFrom">) =>
      find(Prisma.sql`f.program_id = ${programId} and f.benefit = ${benefit} and f.period_from < ${periodFrom}::date and f.status = 'approved'`),

    /** The same as `find`, after whoever changes the fund, and nobody else changes it until the transaction ends. */
    async lock(number: number): Promise<FundRow | null> {
      staffOnly(scope);
      await tx.$executeRaw`select from fund where org_id = ${orgId} and number = ${number} for update`;
      return find(Prisma.sql`f.number = ${number}`);
    },

    /** Until the transaction ends nobody else adds a fund: call before looking whether a period has one. */
    async lockNumbering(): Promise<void> {
      staffOnly(scope);
      await tx.orgCounter.createMany({ data: [{ orgId, name: "fund" }], skipDuplicates: true });
      await tx.$executeRaw`select from org_counter where org_id = ${orgId} and name = 'fund' for update`;
    },

    /** Adds a draft without allocations. Call under `lockNumbering`. */
    async create({ periodFrom, periodUntil, ...fund }: NewFund, by: string): Promise<{ readonly id: number; readonly number: number }> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ id: number; number: number }[]>`
        with next as (update org_counter set value = value + 1 where org_id = ${orgId} and name = 'fund' returning value)
        insert into fund (org_id, number, program_id, benefit, period_from, period_until, currency, run_id, budget, created_by)
        select ${orgId}, next.value, ${fund.programId}, ${fund.benefit}, ${periodFrom}::date, ${periodUntil}::date, ${fund.currency}, ${fund.runId}, ${fund.budget}::bigint, ${by}
        from next returning id, number`;
      const created = rows[0];
      if (created === undefined) throw new Error("the fund was not stored");
      return created;
    },

    /** A draft's next revision; null when it is no draft any more. */
    async revise(fundId: number, change: { readonly budget?: Minor; readonly runId?: number } = {}): Promise<number | null> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ revision: number }[]>`
        update fund set revision = revision + 1, budget = coalesce(${change.budget ?? null}::bigint, budget), run_id = coalesce(${change.runId ?? null}::int, run_id)
        where org_id = ${orgId} and id = ${fundId} and status = 'draft' returning revision`;
      return rows[0]?.revision ?? null;
    },

    /** From draft to submitted. False when the fund is no draft, or another revision than was seen. */
    async submit(fundId: number, revision: number, actor: Actor): Promise<boolean> {
      staffOnly(scope);
      const changed = await tx.$executeRaw`
        update fund set status = 'submitted', submitted_by = ${actor.name}, submitted_by_id = ${actor.person}, submitted_at = now()
        where org_id = ${orgId} and id = ${fundId} and status = 'draft' and revision = ${revision}`;
      return changed === 1;
    },

    /** From submitted back to draft, as a new revision. False when the fund does not wait for approval. */
    async giveBack(fundId: number): Promise<boolean> {
      staffOnly(scope);
      const changed = await tx.$executeRaw`
        update fund set status = 'draft', revision = revision + 1, submitted_by = null, submitted_by_id = null, submitted_at = null
        where org_id = ${orgId} and id = ${fundId} and status = 'submitted'`;
      return changed === 1;
    },

    /** From submitted to approved, for good. False when the fund is another revision than was seen, or the person prepared it. */
    async approve(fundId: number, revision: number, actor: Actor): Promise<boolean> {
      staffOnly(scope);
      const changed = await tx.$executeRaw`
        update fund f set status = 'approved', approved_by = ${actor.name}, approved_by_id = ${actor.person}, approved_at = now()
        where f.org_id = ${orgId} and f.id = ${fundId} and f.status = 'submitted' and f.revision = ${revision}
          and not exists (select from fund_change c where c.org_id = f.org_id and c.fund_id = f.id and c.person = ${actor.person}
            and c.kind in ('proposed', 'adjusted', 'submitted'))`;
      return changed === 1;
    },

    /** Puts a draft aside. False when it is none. */
    async discard(fundId: number): Promise<boolean> {
      staffOnly(scope);
      const changed = await tx.$executeRaw`update fund set status = 'discarded' where org_id = ${orgId} and id = ${fundId} and status = 'draft'`;
      return changed === 1;
    },

    /** Adds to the fund's history. */
    async record(fundId: number, actor: Actor, { kind, partnerId, before, after, reason }: NewChange): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`
        insert into fund_change (org_id, fund_id, kind, partner_id, amount_before, amount_after, reason, person, person_name)
        values (${orgId}, ${fundId}, ${kind}, ${partnerId ?? null}::int, ${before ?? null}::bigint, ${after ?? null}::bigint, ${reason ?? null}, ${actor.person}, ${actor.name})`;
    },

    /** Newest first. */
    async listChanges(fundId: number, limit: number): Promise<FundChangeRow[]> {
      staffOnly(scope);
      type Record = Omit<FundChangeRow, "before" | "after" | "at"> & {
        readonly before: bigint | null;
        readonly after: bigint | null;
        readonly at: Date;
      };
      const records = await tx.$queryRaw<Record[]>`
        select c.kind, p.code as "partnerCode", p.name as "partnerName", c.amount_before as before, c.amount_after as after, c.reason, c.person_name as by, c.at
        from fund_change c left join partner p on p.org_id = c.org_id and p.id = c.partner_id
        where c.org_id = ${orgId} and c.fund_id = ${fundId} order by c.id desc limit ${limit}`;
      return records.map((record) => ({
        ...record,
        before: record.before === null ? null : toMinor(record.before),
        after: record.after === null ? null : toMinor(record.after),
        at: toIsoInstant(record.at),
      }));
    },

    /** Whether a person prepared the fund: proposed, adjusted or submitted it. */
    async isPreparedBy(fundId: number, actor: Actor): Promise<boolean> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ prepared: boolean }[]>`
        select exists (select from fund_change where org_id = ${orgId} and fund_id = ${fundId} and person = ${actor.person}
          and kind in ('proposed', 'adjusted', 'submitted')) as prepared`;
      return rows[0]?.prepared ?? false;
    },
  };
}
