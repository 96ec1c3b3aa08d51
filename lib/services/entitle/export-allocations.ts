import { type Allocation, AllocationFilter } from "@/lib/contracts/fund";
import type { Program } from "@/lib/domain/define/program";
import type { Minor } from "@/lib/domain/shared/money";
import { toMinor } from "@/lib/domain/shared/money";
import { readProgram } from "@/lib/services/define/read-program";
import { longCommand } from "@/lib/services/define-service";
import { type ExportedFile, type TableCell, type TableColumn, type TableFormat, writeTable } from "@/lib/services/table-file";
import { allocationDto } from "./allocation-dto";
import { fundDto } from "./fund-dto";
import { requireFund } from "./require-fund";

/** The allocations that a filter matches, all pages, as a CSV file or a workbook. */
function exportAllocations(format: TableFormat) {
  return longCommand({
    permission: "fund.read",
    input: AllocationFilter,
    async run({ bulk }, input): Promise<ExportedFile> {
      // One snapshot: a draft may change while it is written, and the file must add up to what it says of itself.
      const { fund, program, organization, allocations } = await bulk.read(async (db) => {
        const row = await requireFund(db, input.fund);
        const previous = await db.funds.findPrevious(row);
        const order = { by: input.sort, direction: input.direction };
        return {
          fund: fundDto(row),
          program: await readProgram(db, row.programVersionId),
          organization: await db.organizations.get(),
          allocations: await db.allocations.list({ fundId: row.id, previousId: previous?.id ?? null }, input, order, null),
        };
      });
      async function* rows(): AsyncGenerator<readonly Allocation[]> {
        yield allocations.map((allocation) => allocationDto(allocation, program));
      }
      const origin = {
        organization: organization.name,
        fund: fund.number,
        benefit: fund.benefit.name,
        period_from: fund.period.from,
        period_until: fund.period.until,
        status: fund.status,
        run: fund.run.number,
        as_of: fund.run.asOf,
        program_version: fund.program.version,
        currency: fund.currency,
        filter: describeFilter(input),
      };
      return writeTable(format, { name: `fund-${fund.number}-${fund.period.from}`, origin, columns: columnsIn(program), rows: rows() });
    },
  });
}
export const exportAllocationsCsv = exportAllocations("csv");
export const exportAllocationsXlsx = exportAllocations("xlsx");

function columnsIn({ currency }: Pick<Program, "currency">): readonly TableColumn<Allocation>[] {
  const money = (amount: Minor | null): TableCell => (amount === null ? null : { amount, currency });
  return [
    { name: "partner_code", cell: ({ partner }) => partner.code },
    { name: "partner_name", cell: ({ partner }) => partner.name },
    { name: "region_code", cell: ({ region }) => region.code },
    { name: "region_name", cell: ({ region }) => region.name },
    { name: "tier", cell: ({ tierName }) => tierName },
    { name: "score", cell: ({ score }) => score },
    { name: "revenue", cell: ({ revenue }) => money(revenue) },
    { name: "base", cell: ({ base }) => money(base) },
    { name: "floor", cell: ({ floor }) => money(floor) },
    { name: "cap", cell: ({ cap }) => money(cap) },
    { name: "decided_by", cell: ({ bound }) => bound ?? "rule" },
    { name: "proposed", cell: ({ proposed }) => money(proposed) },
    { name: "allocated", cell: ({ amount }) => money(amount) },
    { name: "reason", cell: ({ reason }) => reason },
    { name: "adjusted_by", cell: ({ adjustedBy }) => adjustedBy },
    { name: "previous_period", cell: ({ previous }) => money(previous) },
    { name: "change", cell: ({ previous, amount }) => (previous === null ? null : money(toMinor(amount - previous))) },
    { name: "per_unit_of_revenue", cell: ({ perRevenue }) => perRevenue },
  ];
}

function describeFilter({ search, tier, region, adjusted, bound }: AllocationFilter): string {
  const parts = Object.entries({ search, tier, region, adjusted, bound }).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? "all" : parts.map(([name, value]) => `${name}=${value}`).join("; ");
}
