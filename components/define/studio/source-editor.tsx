"use client";

import type { MetricDefinition, MetricSource } from "@/lib/domain/define/metric";
import { CodesInput } from "./codes-input";
import { type Option, SelectInput } from "./fields";
import { FilterInput } from "./filter-input";
import { NumberInput } from "./number-input";
import { RatesInput } from "./rates-input";
import { dividable, sourceOfKind } from "./source-of-kind";
import { useStudio } from "./studio-context";
import { WindowInput } from "./window-input";

type SourceEditorProps = { readonly metric: MetricDefinition; readonly onChange: (source: MetricSource) => void };

const SOURCES: readonly Option<MetricSource["kind"]>[] = [
  { value: "posRevenue", label: "POS revenue" },
  { value: "posUnits", label: "POS units" },
  { value: "posGrowth", label: "Growth of POS revenue" },
  { value: "posShare", label: "Share of POS revenue" },
  { value: "posVelocity", label: "POS velocity, by the week" },
  { value: "activeRegions", label: "Regions sold into" },
  { value: "activeMonths", label: "Months with sales" },
  { value: "openPipeline", label: "Open pipeline" },
  { value: "winRate", label: "Win rate" },
  { value: "certifiedPeople", label: "Certified people" },
  { value: "observation", label: "An imported metric" },
  { value: "ratio", label: "Two metrics divided" },
];

/** Where a metric's number comes from. */
export function SourceEditor({ metric, onChange }: SourceEditorProps) {
  const { program, choices } = useStudio();
  const { source } = metric;
  const { customMetrics, categories } = choices;
  return (
    <div className="space-y-4">
      <SelectInput
        label="Counts"
        value={source.kind}
        options={SOURCES.filter(({ value }) => value !== "ratio" || source.kind === "ratio" || dividable(program, metric.key).length > 0)}
        onChange={(kind) => onChange(sourceOfKind(kind, source, { program, metric: metric.key, customMetrics, categories }))}
      />
      {"window" in source && (
        <WindowInput
          value={source.window}
          mayBeLifetime={source.kind !== "posGrowth" && source.kind !== "posVelocity"}
          onChange={(window) => onChange({ ...source, window })}
        />
      )}
      <OwnFields metric={metric} onChange={onChange} />
      {isOfSales(source) && (
        <FilterInput
          label="Counting only"
          value={source.filter ?? {}}
          onChange={(filter) => {
            const { filter: _, ...rest } = source;
            onChange(Object.keys(filter).length === 0 ? rest : { ...rest, filter });
          }}
        />
      )}
    </div>
  );
}

const SALES = ["posRevenue", "posUnits", "posGrowth", "posShare", "posVelocity", "activeRegions", "activeMonths"] as const;
type OfSales = Extract<MetricSource, { kind: (typeof SALES)[number] }>;

function isOfSales(source: MetricSource): source is OfSales {
  return SALES.some((kind) => kind === source.kind);
}

/** What only sources of one kind have. */
function OwnFields({ metric: { key, source }, onChange }: SourceEditorProps) {
  const { program, choices, settle } = useStudio();
  switch (source.kind) {
    case "posRevenue":
      return (
        <RatesInput
          rates={source.rates}
          onChange={(rates) => {
            const { rates: _, ...rest } = source;
            onChange(rates === undefined ? rest : { ...rest, rates: [...rates] });
          }}
        />
      );
    case "posShare":
      return (
        <FilterInput
          label="The share of"
          value={source.share}
          onChange={(share) => {
            if (Object.keys(share).length > 0) onChange({ ...source, share });
          }}
        />
      );
    case "posVelocity":
      return (
        <SelectInput
          label="Of"
          value={source.of}
          options={[
            { value: "units", label: "Units" },
            { value: "revenue", label: "Revenue" },
          ]}
          onChange={(of) => onChange({ ...source, of })}
        />
      );
    case "openPipeline":
      return (
        <SelectInput
          label="Opportunities"
          value={source.origin}
          options={[
            { value: "any", label: "All that the partner has to do with" },
            { value: "sourced", label: "Those that the partner sourced" },
            { value: "influenced", label: "Those that the partner influenced" },
          ]}
          onChange={(origin) => onChange({ ...source, origin })}
        />
      );
    case "winRate":
      return (
        <SelectInput
          label="Counted by"
          value={source.by}
          options={[
            { value: "count", label: "Number of opportunities" },
            { value: "value", label: "Value of opportunities" },
          ]}
          onChange={(by) => onChange({ ...source, by })}
        />
      );
    case "certifiedPeople": {
      const { tracks = [], minLevel } = source;
      const withTracks = (codes: readonly string[]) => {
        const { tracks: _, ...rest } = source;
        onChange(codes.length === 0 ? rest : { ...rest, tracks: [...codes] });
      };
      const withLevel = (level: number) => {
        const { minLevel: _, ...rest } = source;
        onChange(level === 0 ? rest : { ...rest, minLevel: level });
      };
      return (
        <>
          <CodesInput
            label={tracks.length === 0 ? "In any track; only in" : "Only in the tracks"}
            codes={tracks}
            known={choices.tracks.map((code) => ({ code, name: code }))}
            onChange={withTracks}
            onEmpty={() => withTracks([])}
          />
          <div className="w-40">
            <NumberInput
              label="Level at least"
              value={minLevel ?? 0}
              isWhole
              min={0}
              max={99}
              onChange={withLevel}
              onSettle={settle}
              hint={minLevel === undefined ? "0: any level." : undefined}
            />
          </div>
        </>
      );
    }
    case "observation":
      return (
        <div className="grid gap-4 @sm:grid-cols-2">
          <SelectInput
            label="Imported metric"
            value={source.metric}
            options={choices.customMetrics.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(metric) => onChange({ ...source, metric })}
          />
          <SelectInput
            label="Of its values"
            value={source.aggregate}
            options={[
              { value: "latest", label: "The latest" },
              { value: "sum", label: "Their sum" },
              { value: "average", label: "Their average" },
              { value: "max", label: "The highest" },
              { value: "count", label: "How many there are" },
            ]}
            onChange={(aggregate) => onChange({ ...source, aggregate })}
          />
        </div>
      );
    case "ratio": {
      const parts = dividable(program, key).map((part) => ({ value: part.key, label: part.name }));
      return (
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectInput label="Metric" value={source.numerator} options={parts} onChange={(numerator) => onChange({ ...source, numerator })} />
          <SelectInput
            label="Divided by"
            value={source.denominator}
            options={parts}
            onChange={(denominator) => onChange({ ...source, denominator })}
          />
          <NumberInput
            label="Times"
            value={source.times}
            isPositive
            max={1_000_000}
            onChange={(times) => onChange({ ...source, times })}
            onSettle={settle}
            hint="100 for percent."
          />
        </div>
      );
    }
    default:
      return null;
  }
}
