"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ApiProblem, apiRequest } from "@/components/api/api-request";
import { programVersionPath } from "@/components/shell/routes";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import type { Simulation } from "@/lib/contracts/simulation";
import { versionApiPath } from "../version-api-path";
import type { DraftSession, DraftView } from "./draft-session";
import { EffectiveDay } from "./effective-day";
import { type Prepared, type ProposalStep, prepareProposal } from "./prepare-proposal";
import { ProposalPreparation } from "./proposal-preparation";

type ProposeDraftProps = {
  readonly version: ProgramVersion;
  readonly session: DraftSession;
  readonly view: DraftView;
  readonly terms: ProposalTerms;
};

/** Hands the draft, simulated just as it is, to a second person; or publishes it while nobody has a tier that it could move. */
export function ProposeDraft({ version: { program, version }, session, view, terms }: ProposeDraftProps) {
  const router = useRouter();
  const [step, setStep] = useState<ProposalStep>("saving");
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const attempts = useRef(0);
  const path = versionApiPath(program.key, version);
  const words = terms.needsSecondPerson ? PROPOSING : PUBLISHING;
  const current = prepared?.kind === "ready" && prepared.revision !== view.saved.revision ? CHANGED : prepared;

  async function prepare() {
    attempts.current += 1;
    const attempt = attempts.current;
    setPrepared(null);
    const found = await prepareProposal(
      {
        save: async () => {
          await session.look();
          await session.saveNow();
          return session.view();
        },
        read: () => apiRequest<ProgramVersion>("GET", path),
        simulate: terms.needsSecondPerson ? () => apiRequest<Simulation>("POST", `${path}/simulation`, {}) : null,
      },
      setStep,
    );
    if (attempt === attempts.current) setPrepared(found); // a later opening has its own
  }

  async function act(fields: FormData) {
    if (current?.kind !== "ready") throw new Error("it cannot be confirmed yet");
    const note = String(fields.get("note") ?? "").trim();
    const effectiveFrom = fields.get("effectiveFrom");
    try {
      if (terms.needsSecondPerson) await apiRequest("POST", `${path}/propose`, { revision: current.revision, effectiveFrom, note });
      else await apiRequest("POST", `${path}/publish`, { revision: current.revision, effectiveFrom, ...(note !== "" && { note }) });
    } catch (problem) {
      if (isOvertaken(problem)) setPrepared(CHANGED);
      throw problem;
    }
    router.push(programVersionPath(program.key, version));
  }

  return (
    <ActionDialog
      look="primary"
      width="wide"
      label={`${words.act}…`}
      title={`${words.act} draft ${version}?`}
      confirm={words.act}
      working={words.working}
      failure={(problem) => (isOvertaken(problem) ? "It changed meanwhile" : words.failure)}
      fields={["note", "effectiveFrom"]}
      waits={current?.kind !== "ready"}
      onOpen={prepare}
      act={act}
    >
      {(errors) => (
        <>
          <p>{words.effect}</p>
          <ProposalPreparation step={step} prepared={current} onAgain={prepare} />
          <Field
            label={terms.needsSecondPerson ? "What changes, and why" : "Note"}
            hint={words.noteHint}
            error={errors.note}
            control={(ids) => <textarea {...ids} name="note" rows={3} maxLength={500} className={`${CONTROL} h-auto! py-1.5`} />}
          />
          <EffectiveDay terms={terms} hint={words.dayHint} error={errors.effectiveFrom} />
        </>
      )}
    </ActionDialog>
  );
}

const CHANGED: Prepared = { kind: "changed" };

/** Whether what was simulated is not what is stored, or not on the last run, any more. */
function isOvertaken(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.details.reason === "changed" || problem.details.reason === "not_simulated");
}

const PROPOSING = {
  act: "Propose",
  working: "Proposing…",
  failure: "The draft was not proposed",
  effect: "Another person approves it before it takes effect. Until then it does not change, and you can withdraw it.",
  noteHint: "Whoever approves reads it; it stays with the version.",
  dayHint: "Runs as of this day or later are evaluated by it. Suggested: the next fiscal quarter that begins after today and after the last version.",
};

const PUBLISHING = {
  act: "Publish",
  working: "Publishing…",
  failure: "The draft was not published",
  effect:
    "No run is published yet, so nobody has a tier that it could move: it needs no simulation and no second person. Published, it never changes.",
  noteHint: "Optional; it stays with the version.",
  dayHint: "Runs as of this day or later are evaluated by it. Suggested: the fiscal year of the newest data, or the last version’s day.",
};
