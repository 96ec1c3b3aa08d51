import type { Scope } from "@/lib/access/actor";
import type { Tx } from "./scope";

export function metricsRepository(_tx: Tx, _scope: Scope) {
  return {};
}
