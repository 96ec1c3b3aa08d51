"use client";

import { lazy, useMemo, useState } from "react";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProgramChoices } from "@/lib/contracts/program-choices";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { addMetric } from "@/lib/domain/define/edit-metrics";
import { freeKey, placedNode } from "@/lib/domain/define/edit-score";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program, ScoreNode } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import type { Behind, BehindQuery } from "@/lib/domain/optimize/behind";
import type { Look } from "@/lib/domain/optimize/what-if";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import { programNames } from "../program-names";
import { versionApiPath } from "../version-api-path";
import { curveScale } from "./curve-scale";
import { EffectsGlance } from "./effects-glance";
import { EffectsPanel, type EffectsTab } from "./effects-panel";
import { openPart } from "./open-part";
import { Outline } from "./outline";
import { PartEditor } from "./part-editor";
import type { Tried } from "./simulator-messages";
import { type Studio, StudioProvider } from "./studio-context";
import { StudioHeader } from "./studio-header";
import { useDraft } from "./use-draft";
import { useShortcuts } from "./use-shortcuts";
import { useSimulator } from "./use-simulator";

type StudioViewProps = {
  readonly version: ProgramVersion;
  readonly choices: ProgramChoices;
  readonly terms: ProposalTerms;
  /** The part that the address asks for; null for the score as a whole. */
  readonly at: string | null;
};

const BackTestPanel = lazy(async () => ({ default: (await import("./back-test-panel")).BackTestPanel }));

const FIRST_LOOK: Look = { by: "decided", listed: "promoted", page: 1, grouping: null, behind: null, cliffs: false };

/** A draft, edited on the left, with what it does to today's partners on the right. */
export function StudioView({ version, choices, terms, at }: StudioViewProps) {
  const { session, view } = useDraft(version);
  const program = view.document;
  const [wanted, setWanted] = useState(at ?? "");
  const part = openPart(program, wanted);
  const [look, setLook] = useState(FIRST_LOOK);
  const [tab, setTab] = useState<EffectsTab>("moves");
  const [extent, setExtent] = useState<Extent | null>(null);
  const behind = behindOf(part, program, extent);
  const behindKey = canonicalJson(behind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question is the same object
  const asked = useMemo(() => ({ ...look, behind }), [look, behindKey]);
  const measured = useMemo(() => canonicalJson(measuringPart(view.saved.document)), [view.saved.document]);
  const path = versionApiPath(version.program.key, version.version);
  const simulator = useSimulator(`${path}/simulation/ground`, measured, program, asked);
  const found = extentOf(simulator.tried);
  if (found !== null && !(extent?.metric === found.metric && extent.low === found.low && extent.high === found.high)) setExtent(found);
  useShortcuts(session);

  function open(next: string) {
    setWanted(next);
    const search = new URLSearchParams(window.location.search);
    search.set("at", next);
    window.history.replaceState(null, "", `?${search}`);
  }

  function beginMetric() {
    const metric = newMetric(program);
    session.edit(addMetric(program, metric), "adding a metric");
    open(`metric:${metric.key}`);
  }

  const issues: readonly ProgramIssue[] = simulator.tried?.issues ?? version.issues;
  const studio: Studio = {
    ...{ program, names: programNames(program), choices, open },
    edit: (after, what, options) => session.edit(after, what, options),
    settle: () => session.settle(),
    behind: behindIn(simulator.lastTrial, behind),
    issuesAt: (path) => issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`)),
  };
  return (
    <StudioProvider value={studio}>
      <StudioHeader version={version} session={session} view={view} terms={terms} part={part} />
      <div data-wide className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_26rem]">
        <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <Outline program={program} part={part} onOpen={open} onAddMetric={beginMetric} issuesAt={studio.issuesAt} />
        </div>
        <div className="min-w-0">
          <PartEditor part={part} />
        </div>
        <EffectsGlance simulator={simulator} by={look.by} />
        <aside
          id="effects"
          aria-label="What the draft does"
          className="min-w-0 lg:col-span-2 xl:sticky xl:top-4 xl:col-span-1 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto xl:[&_td]:px-1.5 xl:[&_th]:px-1.5"
        >
          <EffectsPanel
            simulator={simulator}
            look={look}
            onLook={(change) => setLook({ ...look, ...change })}
            backTest={<BackTestPanel path={path} revision={view.saved.revision} isSaved={view.saving.kind === "saved"} />}
            tab={tab}
            onTab={(next) => {
              setTab(next);
              const [first] = simulator.lastTrial?.trial?.groupings ?? [];
              setLook({ ...look, grouping: next === "fairness" ? (look.grouping ?? first ?? null) : null, cliffs: next === "cliffs" });
            }}
          />
        </aside>
      </div>
    </StudioProvider>
  );
}

/** What lies behind the part that is edited now: not behind one that was edited before, nor while the rules cannot be tried. */
function behindIn(tried: Tried | null, wanted: BehindQuery | null): Behind | null {
  const subject = (query: BehindQuery | null | undefined) => JSON.stringify({ ...query, scale: null });
  return subject(tried?.look.behind) === subject(wanted) ? (tried?.trial?.behind ?? null) : null;
}

function newMetric({ metrics }: Program): MetricDefinition {
  return {
    ...{
      key: freeKey(
        "metric",
        metrics.map(({ key }) => key),
      ),
      name: "New metric",
      unit: "money",
      betterWhen: "higher",
    },
    source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } },
  };
}

/** The lowest and the highest value that today's partners have of a metric. */
type Extent = { readonly metric: string; readonly low: number; readonly high: number };

function extentOf(tried: Tried | null): Extent | null {
  const behind = tried?.trial?.behind;
  const query = tried?.look.behind;
  if (behind?.kind !== "values" || behind.values.extent === null || query?.kind !== "metric") return null;
  const [low, high] = behind.values.extent;
  return { metric: query.metric, low, high };
}

/** What of today's partners lies behind the part that is edited. A curve's partners are counted on its own scale. */
function behindOf(part: string, program: Program, extent: Extent | null): BehindQuery | null {
  const [kind, key = ""] = part.split(":");
  switch (kind) {
    case "movement":
      return { kind };
    case "metric":
      return { kind, metric: key, scale: null };
    case "tier":
      return program.tiers[0]?.key === key ? { kind: "score" } : { kind, tier: key };
    case "rules":
      return { kind: "score" };
    case "score":
      return behindNode(placedNode(program.score, key)?.node ?? program.score, extent);
    default:
      return null;
  }
}

function behindNode(node: ScoreNode, extent: Extent | null): BehindQuery {
  if (node.kind === "group") return { kind: "group", node: node.key };
  const known = extent?.metric === node.metric ? ([extent.low, extent.high] as const) : null;
  return { kind: "metric", metric: node.metric, scale: known === null ? null : curveScale(node.curve, known) };
}

function measuringPart({ metrics, currency, fiscalCalendar, programYearStartMonth, exchangeRates, readings }: Program): unknown {
  return { metrics, currency, fiscalCalendar, programYearStartMonth: programYearStartMonth ?? null, exchangeRates, readings: readings ?? null };
}
