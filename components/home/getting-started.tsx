import { Check } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { Home } from "@/lib/contracts/home";

type Step = { readonly key: keyof Home["steps"]; readonly title: string; readonly why: string; readonly href: Route; readonly action: string };

const STEPS: readonly Step[] = [
  {
    key: "regions",
    title: "Import regions",
    why: "Where partners are and sell: a tree of codes.",
    href: "/measure/imports?kind=regions" as Route,
    action: "Import",
  },
  {
    key: "products",
    title: "Import products",
    why: "Categories, lines and SKUs, so that POS lines find their product.",
    href: "/measure/imports?kind=products" as Route,
    action: "Import",
  },
  {
    key: "partners",
    title: "Import partners",
    why: "The distributors to be scored, each with its code and region.",
    href: "/measure/imports?kind=partners" as Route,
    action: "Import",
  },
  {
    key: "pos",
    title: "Import POS lines",
    why: "What they sold: at least the last 24 months, so that growth can be told.",
    href: "/measure/imports?kind=pos" as Route,
    action: "Import",
  },
  { key: "program", title: "Publish a program", why: "The rules: metrics, score, tiers and movement.", href: "/define", action: "Go to Define" },
  { key: "published", title: "Publish the first run", why: "Evaluate a draft, look at it, and publish it.", href: "/score/runs", action: "Evaluate" },
];

type GettingStartedProps = { readonly steps: Home["steps"] };

/** The way to the first result: what is done, and the one next step. */
export function GettingStarted({ steps }: GettingStartedProps) {
  const next = STEPS.find(({ key }) => !steps[key]);
  return (
    <>
      <ol className="max-w-2xl border-t border-line">
        {STEPS.map((step, index) => {
          const done = steps[step.key];
          return (
            <li key={step.key} aria-current={step === next ? "step" : undefined} className="flex items-center gap-4 border-b border-line py-3">
              <span
                aria-hidden
                className={`grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold ${done ? "bg-good-soft text-good" : step === next ? "bg-accent text-accent-ink" : "bg-track text-muted"}`}
              >
                {done ? <Check className="size-3.5" strokeWidth={2.5} /> : index + 1}
              </span>
              <div className="min-w-0 flex-1">
                <p className={done ? "text-muted" : "font-medium"}>
                  {step.title}
                  {done && <span className="sr-only"> (done)</span>}
                </p>
                {!done && <p className="text-sm text-muted">{step.why}</p>}
              </div>
              {step === next && (
                <ButtonLink href={step.href} look="primary">
                  {step.action}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ol>
      {!steps.published && (
        <p className="mt-3 max-w-prose text-sm text-pretty text-muted">
          The default program also scores opportunities, certifications and service levels: its parts are multiplied, so that one without any data
          makes every score 0. <TextLink href={"/measure/imports?kind=certifications" as Route}>Import</TextLink> what you have of them before the
          first run.
        </p>
      )}
    </>
  );
}
