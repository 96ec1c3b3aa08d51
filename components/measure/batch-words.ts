import type { Tone } from "@/components/ui/badge";
import type { ImportBatch } from "@/lib/contracts/import-batch";

const KINDS: Readonly<Record<ImportBatch["kind"], string>> = {
  regions: "Regions",
  products: "Products",
  partners: "Partners",
  pos: "POS lines",
  opportunities: "CRM opportunities",
  certifications: "Certifications",
  observations: "Observations of custom metrics",
  potentials: "Potentials of regions",
};

export function kindWords(kind: ImportBatch["kind"]): string {
  return KINDS[kind];
}

/** What is in the batch, and where its rows come from. */
export function originWords({ kind, origin, replayOf, outcome }: ImportBatch): string {
  if (origin === "file") return kindWords(kind);
  return `${kindWords(kind)}, ${discardsWaiting({ outcome }) ? "discarded from" : "matched from"} import ${replayOf}`;
}

/** Whether the batch records that a person discarded rows that waited. */
export function discardsWaiting({ outcome }: Pick<ImportBatch, "outcome">): boolean {
  return outcome?.code === "waiting_discarded";
}

const STATUSES: Readonly<Record<ImportBatch["status"], { readonly words: string; readonly tone: Tone; readonly moving: boolean }>> = {
  receiving: { words: "Receiving", tone: "accent", moving: true },
  queued: { words: "Waiting its turn", tone: "accent", moving: true },
  checking: { words: "Checking", tone: "accent", moving: true },
  ready: { words: "Waits for your word", tone: "warn", moving: false },
  loading: { words: "Loading", tone: "accent", moving: true },
  published: { words: "Loaded", tone: "good", moving: false },
  unchanged: { words: "Nothing new", tone: "neutral", moving: false },
  discarded: { words: "Nothing loaded", tone: "neutral", moving: false },
  failed: { words: "Failed", tone: "bad", moving: false },
};

const DISCARDS_WAITING = { words: "Discarded", tone: "neutral", moving: false } as const;

/** `moving`: the worker is not done with it. */
export function statusWords(batch: Pick<ImportBatch, "status" | "outcome">): {
  readonly words: string;
  readonly tone: Tone;
  readonly moving: boolean;
} {
  return discardsWaiting(batch) ? DISCARDS_WAITING : STATUSES[batch.status];
}
