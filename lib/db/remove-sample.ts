import { Prisma } from "./generated/prisma/client";
import { forgetWorkIn } from "./job-queue";
import type { Tx } from "./scope";

/** How many there were of what people know. */
export type RemovedSample = {
  readonly partners: number;
  readonly posLines: number;
  readonly imports: number;
  readonly runs: number;
  readonly funds: number;
  readonly partnerUsers: number;
};

/**
 * Deletes all that an organization of sample data holds, in an order in which nothing refers to what is gone; the guards let it pass in
 * this transaction, in this organization. What stays: the organization, its staff with their tokens and invitations, the audit trail,
 * and the counters, so that no number in the trail ever means two things.
 */
export async function removeSample(tx: Tx, orgId: number): Promise<RemovedSample> {
  const own = Prisma.sql`where org_id = ${orgId}`;

  await tx.$executeRaw`select set_config('app.removing_sample', ${String(orgId)}, true)`;
  await forgetWorkIn(tx, orgId);
  await tx.$executeRaw`delete from idempotency_record ${own}`;

  await tx.$executeRaw`delete from allocation ${own}`;
  await tx.$executeRaw`delete from fund_change ${own}`;
  const funds = await tx.$executeRaw`delete from fund ${own}`;

  await tx.$executeRaw`delete from tier_override ${own}`;
  await tx.$executeRaw`delete from run_cell ${own}`;
  await tx.$executeRaw`delete from run_cell_sale ${own}`;
  await tx.$executeRaw`delete from run_sale ${own}`;
  await tx.$executeRaw`delete from run_line_sale ${own}`;
  await tx.$executeRaw`delete from decision ${own}`;
  await tx.$executeRaw`delete from simulation ${own}`;
  await tx.$executeRaw`delete from back_test_quarter ${own}`;
  await tx.$executeRaw`delete from back_test ${own}`;
  await tx.$executeRaw`delete from draft_editor ${own}`;
  await tx.$executeRaw`delete from program_comment ${own}`;
  await tx.$executeRaw`update program set current_run_id = null ${own}`;
  const runs = await tx.$executeRaw`delete from run ${own}`;
  await tx.$executeRaw`
    insert into org_counter (org_id, name, value)
    select p.org_id, 'version:' || p.key, max(v.version) from program p join program_version v on v.org_id = p.org_id and v.program_id = p.id
    where p.org_id = ${orgId} group by p.org_id, p.key
    on conflict (org_id, name) do update set value = excluded.value`;
  await tx.$executeRaw`delete from program_version ${own}`;
  await tx.$executeRaw`delete from program ${own}`;

  await tx.$executeRaw`delete from fact_retirement ${own}`;
  await tx.$executeRaw`delete from pos_month ${own}`;
  await tx.$executeRaw`delete from pos_partner_month ${own}`;
  const posLines = await tx.$executeRaw`delete from pos_line ${own}`;
  await tx.$executeRaw`delete from opportunity ${own}`;
  await tx.$executeRaw`delete from certification ${own}`;
  await tx.$executeRaw`delete from observation ${own}`;
  await tx.$executeRaw`delete from potential ${own}`;
  await tx.$executeRaw`delete from custom_metric ${own}`;

  await tx.$executeRaw`delete from import_unmatched_row ${own}`;
  await tx.$executeRaw`delete from import_rejected_row ${own}`;
  await tx.$executeRaw`delete from import_staged_row ${own}`;
  await tx.$executeRaw`delete from import_chunk ${own}`;
  const imports = await tx.$executeRaw`delete from import_batch ${own}`;

  const partnerUsers = await removePartnerUsers(tx, orgId);
  const partners = await tx.$executeRaw`delete from partner ${own}`;
  await tx.$executeRaw`delete from product ${own}`;
  await tx.$executeRaw`delete from product_line ${own}`;
  await tx.$executeRaw`delete from product_category ${own}`;
  await tx.$executeRaw`delete from region ${own}`;

  await unmark(tx, orgId);
  return { partners, posLines, imports, runs, funds, partnerUsers };
}

/** Nobody can be a partner's user once there is no partner. */
async function removePartnerUsers(tx: Tx, orgId: number): Promise<number> {
  await tx.$executeRaw`delete from invitation where org_id = ${orgId} and role = 'partner'`;
  await tx.$executeRaw`
    delete from api_token where org_id = ${orgId} and user_id in (select id from app_user where org_id = ${orgId} and role = 'partner')`;
  return tx.$executeRaw`delete from app_user where org_id = ${orgId} and role = 'partner'`;
}

/** The organization is an empty one of its own again, with the currency that it had. One after the other: the mark keeps the currency. */
async function unmark(tx: Tx, orgId: number): Promise<void> {
  await tx.$executeRaw`update organization set is_demo = false where id = ${orgId}`;
  await tx.$executeRaw`update organization o set currency = l.currency_before from sample_load l where o.id = ${orgId} and l.org_id = o.id`;
  await tx.$executeRaw`delete from sample_load where org_id = ${orgId}`;
}
