import { Prisma } from "../generated/prisma/client";
import type { Tx } from "../scope";
import { type KpiRequest, quarterRows } from "./kpi-request";
import { activeOfLine, addUpByPartner, soldByLine } from "./sold";

/** Keeps the sales of a draft's quarters, by partner and by product line: nothing narrowed, and in the currencies of the facts. */
export async function keepSales(tx: Tx, request: KpiRequest, runId: number, coreLines: readonly number[]): Promise<void> {
  const of = Prisma.sql`${request.scope.orgId}::int, ${runId}::int`;
  await tx.$executeRaw`
    with quarter as (${quarterRows(request)})
    insert into run_sale (org_id, run_id, quarter_from, partner_id, currency, lines, units, net_e4, net_before_e4, core_net_e4)
    select ${of}, q.from_day, s.partner_id, s.currency, s.lines, s.units, s.net, s.net_before, s.core from (${addUpByPartner(request, coreLines)}) s join quarter q using (n)`;
  await tx.$executeRaw`
    with quarter as (${quarterRows(request)})
    insert into run_line_sale (org_id, run_id, quarter_from, line_id, currency, units, net_e4, net_before_e4, is_core, active_partners)
    select ${of}, q.from_day, s.line_id, s.currency, s.units, s.net, s.net_before, s.line_id = any(${coreLines}::int[]), coalesce(a.partners, 0)
    from (${soldByLine(request, { before: true })}) s join quarter q using (n) left join (${activeOfLine(request)}) a using (n, line_id)`;
}
