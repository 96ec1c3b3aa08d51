import type { PathAnswer, PathStep, PathWay } from "@/lib/contracts/path";
import { effortAmountWords, followWords, leadWords, rangeWords, stepWords } from "./path-step-words";
import { outcomeWords, wayTitle } from "./path-words";
import type { Reader } from "./reader";

type PathWaysProps = { readonly ways: readonly PathWay[]; readonly path: PathAnswer; readonly reader: Reader };

/** Ways one below the other, each with its steps, when it counts, and for staff what it takes. */
export function PathWays({ ways, path, reader }: PathWaysProps) {
  return (
    <ol className="border-t border-line">
      {ways.map((way) => (
        <li key={way.steps.map(({ key, to }) => `${key} ${to}`).join()} className="break-inside-avoid border-b border-line py-4 last:border-b-0">
          <Way way={way} path={path} reader={reader} />
        </li>
      ))}
    </ol>
  );
}

type WayProps = { readonly way: PathWay; readonly path: PathAnswer; readonly reader: Reader };

function Way({ way, path, reader }: WayProps) {
  const { currency, effortUnit } = path.program;
  const isSum = way.steps.length > 1;
  return (
    <>
      <div className={`text-sm text-muted ${ROW}`}>
        <h3 className="font-medium">{wayTitle(way, path)}</h3>
        {isSum && <Figures leadDays={way.leadDays} effort={way.effort} unit={effortUnit} />}
      </div>
      <ul className="mt-1">
        {way.steps.map((step) => (
          <Step key={step.key} step={step} currency={currency} unit={effortUnit} />
        ))}
      </ul>
      <p className="mt-1 max-w-prose text-sm text-pretty text-muted">
        {[outcomeWords(way, path, reader), ...way.follows.map((metric) => followWords(metric, currency))].join(" ")}
      </p>
    </>
  );
}

type StepProps = { readonly step: PathStep; readonly currency: string; readonly unit: string | null };

function Step({ step, currency, unit }: StepProps) {
  return (
    <li className={`py-1 ${ROW}`}>
      <div className="min-w-0 wrap-break-word">
        <p className="font-medium">{stepWords(step, currency)}</p>
        <p className="text-sm text-muted tabular-nums">{rangeWords(step, currency)}</p>
      </div>
      <Figures leadDays={step.leadDays} effort={step.effort} unit={unit} />
    </li>
  );
}

/** What is done, and at the right how long it takes and how much: below each other on a phone. */
const ROW = "flex items-baseline justify-between gap-x-4";

type FiguresProps = { readonly leadDays: number; readonly effort: number | null; readonly unit: string | null };

function Figures({ leadDays, effort, unit }: FiguresProps) {
  return (
    <p className="shrink-0 text-right text-sm text-muted tabular-nums sm:flex">
      <span className="block sm:w-32">{leadWords(leadDays)}</span>
      {effort !== null && <span className="block sm:w-36">{effortAmountWords(effort, unit)}</span>}
    </p>
  );
}
