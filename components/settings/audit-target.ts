import type { Route } from "next";
import { fundPath, importPath, partnerOverridesPath, programVersionPath, runPath } from "@/components/shell/routes";

/** Where what an event was done to can be looked at; null when it has no page. */
export function targetPath(target: string): Route | null {
  const run = /^run (\d+)$/.exec(target)?.[1];
  if (run !== undefined) return runPath(Number(run));
  const batch = /^import (\d+)$/.exec(target)?.[1];
  if (batch !== undefined) return importPath(Number(batch));
  const fund = /^fund (\d+)(?:, partner .+)?$/.exec(target)?.[1];
  if (fund !== undefined) return fundPath(Number(fund));
  const overridden = /^override \d+, partner (.+)$/.exec(target)?.[1];
  if (overridden !== undefined) return partnerOverridesPath(overridden);
  const [, program, version] = /^program (\S+) version (\d+)$/.exec(target) ?? [];
  return program === undefined || version === undefined ? null : programVersionPath(program, Number(version));
}
