"use client";

import { Button } from "@/components/ui/button";
import type { PeerGroup } from "@/lib/domain/define/peer-group";
import type { Curve } from "@/lib/domain/define/program";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { FullNote } from "./full-note";
import { NumberInput } from "./number-input";
import { PeerInput } from "./peer-input";

type CurveFieldsProps<Of extends Curve = Curve> = {
  readonly curve: Of;
  /** The unit of values, as it follows a number. */
  readonly unit: string;
  readonly onChange: (curve: Curve) => void;
  readonly onSettle: () => void;
};

/** The numbers of a curve, to be typed. */
export function CurveFields({ curve, ...rest }: CurveFieldsProps) {
  switch (curve.kind) {
    case "linear":
    case "log":
      return <Goalposts curve={curve} {...rest} />;
    case "zscore":
      return (
        <div className="space-y-3">
          <Peers curve={curve} {...rest} />
          <Goalposts curve={curve} {...rest} unit="σ" />
        </div>
      );
    case "points":
      return <PointTable curve={curve} {...rest} />;
    case "steps":
      return <StepTable curve={curve} {...rest} />;
    case "perUnit":
      return <PerUnit curve={curve} {...rest} />;
    case "percentile":
    case "rank":
    case "minmax":
      return <Peers curve={curve} {...rest} />;
  }
}

type WithGoalposts = Extract<Curve, { zeroAt: number }>;

function Goalposts({ curve, unit, onChange, onSettle }: CurveFieldsProps<WithGoalposts>) {
  const rules = { onSettle, isPositive: curve.kind === "log", suffix: unit };
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberInput label="0 points at" value={curve.zeroAt} onChange={(zeroAt) => onChange({ ...curve, zeroAt })} {...rules} />
      <NumberInput label="100 points at" value={curve.fullAt} onChange={(fullAt) => onChange({ ...curve, fullAt })} {...rules} />
    </div>
  );
}

function PerUnit({ curve, onChange, onSettle }: CurveFieldsProps<Extract<Curve, { kind: "perUnit" }>>) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberInput
        label="Points for each"
        value={curve.points}
        isPositive
        onChange={(points) => onChange({ ...curve, points })}
        onSettle={onSettle}
      />
      <NumberInput
        label="At most"
        value={curve.cap}
        min={0}
        max={1000}
        onChange={(cap) => onChange({ ...curve, cap })}
        onSettle={onSettle}
        suffix="points"
      />
    </div>
  );
}

function Peers({ curve, onChange }: CurveFieldsProps<Extract<Curve, { peers: PeerGroup }>>) {
  return <PeerInput label="Compared with" all="All partners" value={curve.peers} onChange={(peers) => onChange({ ...curve, peers })} />;
}

function PointTable({ curve, unit, onChange, onSettle }: CurveFieldsProps<Extract<Curve, { kind: "points" }>>) {
  const { points } = curve;
  const set = (index: number, change: Partial<(typeof points)[number]>) =>
    onChange({ ...curve, points: points.map((point, i) => (i === index ? { ...point, ...change } : point)) });
  const last = points.at(-1) ?? { value: 0, points: 0 };
  return (
    <PairTable
      heads={[`Value${unit === "" ? "" : `, ${unit}`}`, "Points"]}
      rows={points.map((point, i) => ({
        value: point.value,
        points: point.points,
        name: `Point ${i + 1}`,
        onValue: (value: number) => set(i, { value }),
        onPoints: (given: number) => set(i, { points: given }),
        onRemove: points.length > 2 ? () => onChange({ ...curve, points: points.filter((_, place) => place !== i) }) : null,
      }))}
      onSettle={onSettle}
      add={{
        ...{ label: "Add a point", what: "points", most: LIMITS.curvePoints },
        onAdd: () => onChange({ ...curve, points: [...points, { value: beyond(points.map(({ value }) => value)), points: last.points }] }),
      }}
    />
  );
}

function StepTable({ curve, unit, onChange, onSettle }: CurveFieldsProps<Extract<Curve, { kind: "steps" }>>) {
  const { steps } = curve;
  const set = (index: number, change: Partial<(typeof steps)[number]>) =>
    onChange({ ...curve, steps: steps.map((step, i) => (i === index ? { ...step, ...change } : step)) });
  const last = steps.at(-1) ?? { from: 0, points: 0 };
  return (
    <div className="space-y-3">
      <div className="w-1/2 pr-1.5">
        <NumberInput
          label="Points below the first step"
          value={curve.below}
          min={0}
          max={1000}
          onChange={(below) => onChange({ ...curve, below })}
          onSettle={onSettle}
        />
      </div>
      <PairTable
        heads={[`From${unit === "" ? "" : `, ${unit}`}`, "Points"]}
        rows={steps.map((step, i) => ({
          value: step.from,
          points: step.points,
          name: `Step ${i + 1}`,
          onValue: (from: number) => set(i, { from }),
          onPoints: (points: number) => set(i, { points }),
          onRemove: steps.length > 1 ? () => onChange({ ...curve, steps: steps.filter((_, place) => place !== i) }) : null,
        }))}
        onSettle={onSettle}
        add={{
          ...{ label: "Add a step", what: "steps", most: LIMITS.curveSteps },
          onAdd: () => onChange({ ...curve, steps: [...steps, { from: beyond(steps.map(({ from }) => from)), points: last.points }] }),
        }}
      />
    </div>
  );
}

/** As far beyond the last value as that is beyond the one before. */
function beyond(values: readonly number[]): number {
  const [before, last] = [values.at(-2) ?? 0, values.at(-1) ?? 0];
  return last + (last > before ? last - before : 1);
}

type PairTableProps = {
  readonly heads: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    readonly points: number;
    readonly onValue: (value: number) => void;
    readonly onPoints: (points: number) => void;
    readonly onRemove: (() => void) | null;
  }[];
  readonly onSettle: () => void;
  readonly add: { readonly label: string; readonly what: string; readonly most: number; readonly onAdd: () => void };
};

function PairTable({ heads, rows, onSettle, add }: PairTableProps) {
  return (
    <div>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-xs text-muted">
            {heads.map((head) => (
              <th key={head} scope="col" className="pb-1 text-left font-medium">
                {head}
              </th>
            ))}
            <th>
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, points, onValue, onPoints, onRemove }) => (
            <tr key={name}>
              <td className="py-1 pr-2">
                <NumberInput label={`${name}: value`} isLabelHidden value={value} onChange={onValue} onSettle={onSettle} />
              </td>
              <td className="py-1 pr-2">
                <NumberInput label={`${name}: points`} isLabelHidden value={points} min={0} max={1000} onChange={onPoints} onSettle={onSettle} />
              </td>
              <td className="w-20 py-1 text-right">
                {onRemove !== null && (
                  <Button look="quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
                    Remove
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button look="quiet" className="-ml-3" disabled={rows.length >= add.most} onClick={add.onAdd}>
        {add.label}
      </Button>
      <FullNote count={rows.length} most={add.most} what={add.what} />
    </div>
  );
}
