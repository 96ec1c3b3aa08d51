import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { PathAnswer, PathWay } from "@/lib/contracts/path";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { namesOf } from "./check-words";
import { effortAmountWords, followWords, leadWords, rangeWords, stepWords } from "./path-step-words";
import { adviceWords, assumptionWords, outcomeWords, pathTitle, wayTitle } from "./path-words";
import type { Reader } from "./reader";

type PathSectionProps = {
  readonly path: PathAnswer;
  readonly scorecard: PartnerScorecard;
  readonly reader: Reader;
  /** To choose another tier. */
  readonly choice?: ReactNode;
};

/** What can be done to reach a tier: each way with its steps, the easiest first. */
export function PathSection({ path, scorecard, reader, choice }: PathSectionProps) {
  const told = { reader, names: namesOf(scorecard), organization: scorecard.organization };
  return (
    <Section id="path" title={pathTitle(path, scorecard.tier.key)} hint={adviceWords(path, told)} aside={choice}>
      {path.ways.length > 0 && (
        <>
          <ol className="border-t border-line">
            {path.ways.map((way, place) => (
              <li key={way.steps.map(({ key, to }) => `${key} ${to}`).join()} className="break-inside-avoid border-b border-line py-4">
                <Way way={way} title={wayTitle(place, way, path)} path={path} reader={reader} />
              </li>
            ))}
          </ol>
          <p className="mt-3 max-w-prose text-sm text-pretty text-muted">{assumptionWords(path, reader)}</p>
        </>
      )}
    </Section>
  );
}

type WayProps = { readonly way: PathWay; readonly title: string; readonly path: PathAnswer; readonly reader: Reader };

function Way({ way, title, path, reader }: WayProps) {
  const { currency, effortUnit } = path.program;
  return (
    <>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm font-medium text-muted">
        {title}
        {way.effort !== null && <span className="tabular-nums">{effortAmountWords(way.effort, effortUnit)}</span>}
      </h3>
      <ul className="mt-1">
        {way.steps.map((step) => (
          <li key={step.key} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
            <div className="min-w-0 wrap-break-word">
              <p className="font-medium">{stepWords(step, currency)}</p>
              <p className="text-sm text-muted tabular-nums">{rangeWords(step, currency)}</p>
            </div>
            <p className="text-sm text-muted tabular-nums sm:text-right">
              {leadWords(step.leadDays)}
              {step.effort !== null && way.steps.length > 1 && <span className="sm:block">{effortAmountWords(step.effort, effortUnit)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-1 max-w-prose text-sm text-pretty text-muted">
        {[outcomeWords(way, path, reader), ...way.follows.map((metric) => followWords(metric, currency))].join(" ")}
      </p>
    </>
  );
}

/** While the path is worked out; everything else of the page is there already. */
export function PathPending() {
  return (
    <Section title="Path to the next tier">
      <p className="text-sm text-muted">Looking for the easiest way…</p>
    </Section>
  );
}
