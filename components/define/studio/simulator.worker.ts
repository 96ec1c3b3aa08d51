import { ApiProblem, apiRequest } from "@/components/api/api-request";
import type { SimulationGround } from "@/lib/contracts/simulation";
import { checkProgram } from "@/lib/domain/define/check-program";
import { Program } from "@/lib/domain/define/program";
import { type Look, type Trial, whatIf } from "@/lib/domain/optimize/what-if";
import type { FromSimulator, NamedPartner, ToSimulator, Tried } from "./simulator-messages";

// The engine of the server, in a thread of the browser: it holds the partners of a run and tries the draft on them as often as it changes.

const port = globalThis as unknown as { postMessage: (message: FromSimulator) => void; onmessage: (event: { readonly data: ToSimulator }) => void };

type Simulator = { readonly tryRules: ReturnType<typeof whatIf>; readonly codes: readonly string[]; readonly names: readonly string[] };

type Question = Extract<ToSimulator, { kind: "try" }>;

let simulator: Simulator | null = null;
let asked: Question | null = null;

port.onmessage = ({ data }) => {
  if (data.kind === "ground") return void ground(data.path);
  asked = data;
  answer(data);
};

/** Cliffs take long: they come by themselves, once nothing else was asked for a moment, so that they hold up no edit. */
const CLIFFS_AFTER_MS = 200;

function answer(question: Question): void {
  port.postMessage(tried(question, { ...question.look, cliffs: false }));
  if (!question.look.cliffs) return;
  setTimeout(() => {
    if (asked === question) port.postMessage(tried(question, question.look));
  }, CLIFFS_AFTER_MS);
}

async function ground(path: string): Promise<void> {
  try {
    const { run, population, names, ...rest } = await apiRequest<SimulationGround>("GET", path);
    simulator = { tryRules: whatIf({ asOf: run.asOf, population, ...rest }), codes: population.partners, names };
    port.postMessage({ kind: "ground", run: { ...run, partners: population.partners.length } });
    if (asked !== null) answer(asked);
  } catch (problem) {
    const isMissing = problem instanceof ApiProblem && problem.code === "not_found";
    port.postMessage({ kind: "no_ground", isMissing, message: problem instanceof Error ? problem.message : String(problem) });
  }
}

function tried({ number, document }: Question, look: Look): Tried {
  const start = performance.now();
  const parsed = Program.safeParse(document);
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), message }));
  const issues = parsed.success ? checkProgram(parsed.data) : [];
  const isSound = parsed.success && issues.every(({ severity }) => severity !== "error");
  const trial = isSound && simulator !== null ? simulator.tryRules(parsed.data, look) : null;
  return { kind: "tried", number, look, faults, issues, trial, names: namesOf(trial), took: performance.now() - start };
}

function namesOf(trial: Trial | null): NamedPartner[] {
  return (trial?.moved.partners ?? []).map(({ row }) => ({ code: simulator?.codes[row] ?? "", name: simulator?.names[row] ?? "" }));
}
