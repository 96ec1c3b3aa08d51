type ProgressBarProps = { readonly label: string; /** 0 to 1. */ readonly done: number };

export function ProgressBar({ label, done }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100);
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} className="h-1.5 overflow-hidden rounded-full bg-track">
      <div className="h-full rounded-full bg-accent transition-[width] duration-500" style={{ width: `${percent}%` }} />
    </div>
  );
}
