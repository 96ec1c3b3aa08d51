import type { Actor } from "@/lib/access/actor";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";

/** What a program observes and nothing else measures comes with it: until such numbers are imported, it is "no data". */
export async function setUpObserved(actor: Actor, db: ScopedDb, { metrics }: Program): Promise<void> {
  const known = new Set((await db.customMetrics.list()).map(({ key }) => key));
  for (const { name, unit, betterWhen, source } of metrics) {
    if (source.kind !== "observation" || known.has(source.metric)) continue;
    known.add(source.metric);
    await db.customMetrics.create({ key: source.metric, name, unit, betterWhen });
    await db.batches.replayWaiting("observations");
    await db.audit.append(actor, { action: "metric.create", target: `metric ${source.metric}`, detail: { name, unit, betterWhen } });
  }
}
