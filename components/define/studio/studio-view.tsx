"use client";

import { lazy, useCallback, useMemo, useState } from "react";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProgramChoices } from "@/lib/contracts/program-choices";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { addMetric } from "@/lib/domain/define/edit-metrics";
import { freeKey } from "@/lib/domain/define/edit-score";
import { measuringPart } from "@/lib/domain/define/measures";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { Look } from "@/lib/domain/optimize/what-if";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import { programNames } from "../program-names";
import { versionApiPath } from "../version-api-path";
import { AnswerProvider } from "./answer-context";
import { behindIn, behindPart, type Extent, extentIn } from "./behind-part";
import { EffectsGlance } from "./effects-glance";
import { EffectsPanel, type EffectsTab } from "./effects-panel";
import { openPart } from "./open-part";
import { Outline } from "./outline";
import { PartEditor } from "./part-editor";
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
  const behind = behindPart(part, program, extent);
  const behindKey = canonicalJson(behind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question is the same object
  const asked = useMemo(() => ({ ...look, behind }), [look, behindKey]);
  const measured = useMemo(() => canonicalJson(measuringPart(view.saved.document)), [view.saved.document]);
  const path = versionApiPath(version.program.key, version.version);
  const { view: simulator, again } = useSimulator(`${path}/simulation/ground`, measured, session, asked);
  const { tried, lastTrial } = simulator;
  const found = extentIn(tried);
  if (found !== null && !(extent?.metric === found.metric && extent.low === found.low && extent.high === found.high)) setExtent(found);
  useShortcuts(session);

  const open = useCallback((next: string) => {
    setWanted(next);
    const search = new URLSearchParams(window.location.search);
    search.set("at", next);
    window.history.replaceState(null, "", `?${search}`);
  }, []);

  const beginMetric = useCallback(() => {
    const { document } = session.view();
    const metric = newMetric(document);
    session.edit(addMetric(document, metric), "adding a metric");
    open(`metric:${metric.key}`);
  }, [session, open]);

  const changeLook = useCallback((change: Partial<Look>) => setLook((before) => ({ ...before, ...change })), []);

  const [firstGrouping = null] = lastTrial?.trial?.groupings ?? [];
  const changeTab = useCallback(
    (next: EffectsTab) => {
      setTab(next);
      setLook((before) => ({ ...before, grouping: next === "fairness" ? (before.grouping ?? firstGrouping) : null, cliffs: next === "cliffs" }));
    },
    [firstGrouping],
  );

  const studio = useMemo(
    (): Studio => ({
      ...{ program, names: programNames(program), choices, open, typed: view.typed },
      edit: (after, what, options) => session.edit(after, what, options),
      settle: () => session.settle(),
      type: (typed) => session.type(typed),
    }),
    [program, choices, open, session, view.typed],
  );
  return (
    <StudioProvider value={studio}>
      <AnswerProvider behind={behindIn(lastTrial, behind)} issues={tried?.issues ?? version.issues}>
        <StudioHeader version={version} session={session} view={view} terms={terms} part={part} />
        <div data-wide className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_26rem]">
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
            <Outline part={part} onAddMetric={beginMetric} />
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
              onLook={changeLook}
              backTest={
                tab === "backTest" ? <BackTestPanel path={path} revision={view.saved.revision} isSaved={view.saving.kind === "saved"} /> : null
              }
              onAgain={again}
              tab={tab}
              onTab={changeTab}
            />
          </aside>
        </div>
      </AnswerProvider>
    </StudioProvider>
  );
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
