import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "good" | "bad" | "warn";

const TONES: Record<Tone, string> = {
  neutral: "bg-track text-muted",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  warn: "bg-warn-soft text-warn",
};

type BadgeProps = { readonly tone?: Tone; readonly children: ReactNode };

export function Badge({ tone = "neutral", children }: BadgeProps) {
  return <span className={`inline-flex h-5 items-center gap-1 whitespace-nowrap rounded px-1.5 text-xs font-medium ${TONES[tone]}`}>{children}</span>;
}
