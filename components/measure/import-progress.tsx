"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { formatBytes, formatCount } from "@/components/format/number";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportBatch, ImportDetail } from "@/lib/contracts/import-batch";
import { statusWords } from "./batch-words";

type ImportProgressProps = { readonly initial: ImportBatch };

const POLL_MS = 1000;

/** Looks at the batch every second while the worker is on it, and has the page read again with each step it takes: its badge is of the page. */
export function ImportProgress({ initial }: ImportProgressProps) {
  const router = useRouter();
  const [batch, setBatch] = useState(initial);

  useEffect(() => {
    const timer = setInterval(async () => {
      const detail = await apiRequest<ImportDetail>("GET", `/api/v1/imports/${initial.number}`).catch(() => null);
      if (detail === null) return; // the next look may reach the server again
      setBatch(detail.batch);
      if (detail.batch.status !== initial.status) router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [initial.number, initial.status, router]);

  const { words } = statusWords(batch);
  return (
    <div className="max-w-xl">
      <ProgressBar label={words} done={batch.fileBytes === 0 ? 0 : batch.bytesDone / batch.fileBytes} />
      <p role="status" className="mt-2 text-sm text-muted tabular-nums">
        {words}: {formatCount(batch.rows.read)} rows, {formatBytes(batch.bytesDone)} of {formatBytes(batch.fileBytes)}. You may leave this page; the
        work goes on.
      </p>
    </div>
  );
}
