import { Notice } from "@/components/ui/notice";
import type { AddressFault } from "./address-faults";

type AddressNoticeProps = {
  readonly faults: readonly AddressFault[];
  /** What the page shows in place of a part, by its name in the address. */
  readonly shown?: Readonly<Record<string, string | undefined>>;
};

const THINGS: Readonly<Record<string, string>> = {
  against: "something to compare with",
  action: "an action",
  bound: "a bound",
  by: "a dimension",
  direction: "a direction",
  from: "a day",
  kpi: "a KPI",
  measure: "a measure",
  movement: "a movement",
  page: "a page",
  path: "a tier",
  quarter: "a quarter",
  run: "a run",
  sort: "an order",
  state: "a state",
  until: "a day",
  version: "a version",
};
const GIVEN_SHOWN = 40;

/** Says what of the address came to nothing, and what the page shows instead. Nothing when all of it was understood. */
export function AddressNotice({ faults, shown = {} }: AddressNoticeProps) {
  if (faults.length === 0) return null;
  return (
    <div className="mb-6 print:hidden">
      <Notice>
        {faults.map((fault) => (
          <p key={fault.name}>{faultWords(fault, shown[fault.name])}</p>
        ))}
      </Notice>
    </div>
  );
}

/** "The address names a quarter that does not exist (“banana”); this shows Q2 FY2014." */
export function faultWords({ name, given, kind }: AddressFault, shown: string | undefined): string {
  const instead = shown === undefined ? "this page is shown without it." : `this shows ${shown}.`;
  if (kind === "itself") return `The address compares a quarter with itself; ${instead}`;
  const text = given.length > GIVEN_SHOWN ? `${given.slice(0, GIVEN_SHOWN)}…` : given;
  return `The address names ${THINGS[name] ?? `a value of “${name}”`} that does not exist (“${text}”); ${instead}`;
}
