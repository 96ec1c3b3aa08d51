import { createHash } from "node:crypto";
import type { Program } from "@/lib/domain/define/program";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";

/** SHA-256 of the canonical document, hex: the same rules have the same hash, however they were written down. */
export function documentHash(program: Program): string {
  return createHash("sha256").update(canonicalJson(program)).digest("hex");
}
