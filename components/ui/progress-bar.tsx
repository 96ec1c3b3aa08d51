import { formatShare } from "@/components/format/number";

type ProgressBarProps = {
  readonly label: string;
  /** 0 to 1. */
  readonly done: number;
};

export function ProgressBar({ label, done }: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, done));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={share}
      aria-valuetext={formatShare(share)}
      className="h-1.5 overflow-hidden rounded-full bg-track"
    >
      <div className="h-full rounded-full bg-accent motion-safe:transition-[width] motion-safe:duration-500" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
