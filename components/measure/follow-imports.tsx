"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { apiRequest } from "@/components/api/api-request";
import type { ImportBatch, ImportDetail } from "@/lib/contracts/import-batch";

type FollowImportsProps = { /** As the page shows it. */ readonly moving: Pick<ImportBatch, "number" | "status"> };

const POLL_MS = 2000;

/** Has the list read again as soon as the worker has come further with an import in it. */
export function FollowImports({ moving: { number, status } }: FollowImportsProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(async () => {
      const detail = await apiRequest<ImportDetail>("GET", `/api/v1/imports/${number}`).catch(() => null);
      if (detail !== null && detail.batch.status !== status) router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [number, status, router]);
  return null;
}
