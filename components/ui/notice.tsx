import type { ReactNode } from "react";

type NoticeTone = "info" | "good" | "warn" | "bad";

const TONES: Record<NoticeTone, string> = {
  info: "bg-accent-soft text-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

type NoticeProps = { readonly tone?: NoticeTone; readonly title?: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** A bad notice interrupts a screen reader; the others wait their turn. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`flex flex-wrap items-center justify-between gap-3 rounded-md px-3 py-2 text-sm ${TONES[tone]}`}
    >
      <div className="min-w-0 max-w-prose">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="wrap-break-word">{children}</div>}
      </div>
      {action}
    </div>
  );
}
