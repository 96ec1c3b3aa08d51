"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { SampleData } from "@/lib/contracts/sample-data";
import { isLoading, stepWords } from "./sample-words";

type SampleProgressProps = { readonly initial: SampleData };

const POLL_MS = 1000;

/** Looks every second how far loading is, then has the page read again. */
export function SampleProgress({ initial }: SampleProgressProps) {
  const router = useRouter();
  const [sample, setSample] = useState(initial);

  useEffect(() => {
    const timer = setInterval(async () => {
      const now = await apiRequest<SampleData>("GET", "/api/v1/sample-data").catch(() => null);
      if (now === null) return; // the next look may reach the server again
      setSample(now);
      if (isLoading(now)) return;
      clearInterval(timer);
      router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [router]);

  const { stepsDone, steps } = sample;
  return (
    <div className="max-w-xl">
      <ProgressBar label="Loading the sample data" done={steps === 0 ? 0 : stepsDone / steps} />
      <p role="status" className="mt-2 text-sm text-muted tabular-nums">
        {stepWords(sample)}
        {steps > 0 && `: step ${Math.min(stepsDone + 1, steps)} of ${steps}`}. You may leave this page; the work goes on.
      </p>
    </div>
  );
}
