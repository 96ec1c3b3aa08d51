import type { BackTest, BackTestQuarter } from "@/lib/contracts/back-test";
import { roundHalfAway } from "@/lib/domain/shared/round";
import { table } from "./print";

/** A back-test that is done: how steady its tiers are, and a line for each quarter, oldest first. */
export function backTestReport({ run, tiers, quarters, results, summary }: BackTest): string {
  const what = `${quarters} ${quarters === 1 ? "quarter" : "quarters"} up to ${run.asOf}, the day of run ${run.number}.`;
  const share = summary?.stability.share ?? null;
  const steady = share === null ? "" : ` ${roundHalfAway(share * 100, 1)} % keep their tier from one quarter to the next.`;
  const yoYo = summary === null ? "" : ` Partners that rise and fall: ${summary.yoYo.partners}.`;
  const header = ["quarter", "as of", "known", "rise", "fall", "otherwise", ...tiers.map(({ tier }) => tier)];
  return `${what}${steady}${yoYo}\n${table(header, results.map(rowOf))}`;
}

/** `otherwise`: published in another tier; null where no run was published as of that day. */
function rowOf({ year, quarter, lastDay, knowledge, movements, decided, tiers }: BackTestQuarter): (string | number | null)[] {
  const otherwise = decided === null ? null : decided.change.promoted + decided.change.demoted + decided.change.unplaced;
  const known = knowledge.kind === "run" ? `run ${knowledge.run}` : knowledge.kind;
  return [`Q${quarter} FY${year}`, lastDay, known, movements.promoted, movements.demoted, otherwise, ...tiers];
}
