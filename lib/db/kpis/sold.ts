import { Prisma } from "../generated/prisma/client";
import type { KpiRequest } from "./kpi-request";
import { saleFacts } from "./sale-facts";

/**
 * What each partner sold, as rows (n, partner_id, currency, lines, units, net, net_before, core): `core` is what of `net` is of the core lines.
 * Read from what the run keeps, or added up from the facts when it keeps none or lines are narrowed to.
 */
export function soldByPartner(request: KpiRequest, coreLines: readonly number[]): Prisma.Sql {
  const { scope, keptRunId, narrowing } = request;
  if (keptRunId === undefined || narrowing.lines !== undefined) return addUpByPartner(request, coreLines);
  return Prisma.sql`
    select q.n, s.partner_id, s.currency, s.lines, s.units, s.net_e4 as net, s.net_before_e4 as net_before, s.core_net_e4 as core
    from run_sale s join quarter q on q.from_day = s.quarter_from where s.org_id = ${scope.orgId} and s.run_id = ${keptRunId}`;
}

/** The same from the facts, whatever the run keeps. */
export function addUpByPartner(request: KpiRequest, coreLines: readonly number[]): Prisma.Sql {
  const { lines } = request.narrowing;
  const core = lines === undefined ? coreLines : coreLines.filter((line) => lines.includes(line));
  const all = Prisma.sql`select *, false as is_core from (${saleFacts(request, { byLine: false, lines })}) sold`;
  const ofCore = Prisma.sql`select *, true from (${saleFacts(request, { byLine: false, lines: core, withoutBefore: true })}) core`;
  return Prisma.sql`
    select n, partner_id, currency, coalesce(sum(lines) filter (where not is_core and not is_before), 0) as lines,
      coalesce(sum(units) filter (where not is_core and not is_before), 0) as units, coalesce(sum(net_e4) filter (where not is_core and not is_before), 0) as net,
      coalesce(sum(net_e4) filter (where is_before), 0) as net_before, coalesce(sum(net_e4) filter (where is_core), 0) as core
    from (${core.length === 0 ? all : Prisma.sql`${all} union all ${ofCore}`}) sold group by n, partner_id, currency`;
}

/**
 * What was sold of each product line, by the partners that are not narrowed away, as rows (n, line_id, currency, units, net, net_before);
 * net_before is 0 when added up without the year before. What the run keeps is of all partners.
 */
export function soldByLine(request: KpiRequest, { before }: { readonly before: boolean }): Prisma.Sql {
  const { scope, keptRunId, narrowing } = request;
  if (keptRunId === undefined || isNarrowed(request))
    return Prisma.sql`
      select n, line_id, currency, coalesce(sum(units) filter (where not is_before), 0) as units,
        coalesce(sum(net_e4) filter (where not is_before), 0) as net, coalesce(sum(net_e4) filter (where is_before), 0) as net_before
      from (${saleFacts(request, { byLine: true, lines: narrowing.lines, withoutBefore: !before })}) f where ${isMember(request)} group by n, line_id, currency`;
  return Prisma.sql`
    select q.n, s.line_id, s.currency, s.units, s.net_e4 as net, ${before ? Prisma.sql`s.net_before_e4` : Prisma.sql`0`} as net_before
    from run_line_sale s join quarter q on q.from_day = s.quarter_from
    where s.org_id = ${scope.orgId} and s.run_id = ${keptRunId} and ${ofLines(narrowing.lines)}`;
}

/** How many partners have at least one net POS line of each product line, as rows (n, line_id, partners). */
export function activeOfLine(request: KpiRequest): Prisma.Sql {
  const { scope, keptRunId, narrowing } = request;
  if (keptRunId === undefined || isNarrowed(request))
    return Prisma.sql`
      select n, line_id, count(*)::int as partners
      from (
        select n, line_id, f.partner_id from (${saleFacts(request, { byLine: true, lines: narrowing.lines, withoutBefore: true })}) f
        where ${isMember(request)} group by n, line_id, f.partner_id having sum(lines) > 0
      ) active group by n, line_id`;
  return Prisma.sql`
    select q.n, s.line_id, max(s.active_partners) as partners from run_line_sale s join quarter q on q.from_day = s.quarter_from
    where s.org_id = ${scope.orgId} and s.run_id = ${keptRunId} and ${ofLines(narrowing.lines)} group by q.n, s.line_id having max(s.active_partners) > 0`;
}

function ofLines(lines: readonly number[] | undefined): Prisma.Sql {
  return lines === undefined ? Prisma.sql`true` : Prisma.sql`s.line_id = any(${lines}::int[])`;
}

function isNarrowed({ narrowing: { tier, regions, partner } }: KpiRequest): boolean {
  return tier !== undefined || regions !== undefined || partner !== undefined;
}

/** Whether a sale is of a partner that is not narrowed away: asked only when some are. */
function isMember(request: KpiRequest): Prisma.Sql {
  return isNarrowed(request) ? Prisma.sql`(n, f.partner_id) in (select n, partner_id from member)` : Prisma.sql`true`;
}
