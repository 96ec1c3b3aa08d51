import type { Actor } from "@/lib/access/actor";
import { type BackTest, BackTestQuarter, BackTestSummary } from "@/lib/contracts/back-test";
import type { BackTestRow } from "@/lib/db/back-tests";
import type { ProgramVersionRow } from "@/lib/db/programs";
import { Program } from "@/lib/domain/define/program";

export function backTestDto(row: BackTestRow, version: Pick<ProgramVersionRow, "documentHash">, actor: Actor): BackTest {
  const { tiers, currency } = Program.parse(row.document);
  const { status, failure, documentHash, run, engineVersion, askedBy, askedAt, endedAt, quarters, results, summary } = row;
  return {
    ...{ status, failure, documentHash, run, engineVersion, askedBy, askedAt, endedAt, currency, quarters },
    isCurrent: documentHash === version.documentHash,
    mayCancel: status === "running" && row.askedById === actor.person && actor.reach("program.write") !== "none",
    tiers: tiers.map(({ key, name }) => ({ tier: key, name })),
    results: results.map((result) => BackTestQuarter.parse(result)),
    summary: summary === null ? null : BackTestSummary.parse(summary),
  };
}
