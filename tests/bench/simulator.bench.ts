import { chromium, type Page } from "@playwright/test";
import type { Program } from "@/lib/domain/define/program";
import { type Look, whatIf } from "@/lib/domain/optimize/what-if";
import { startDraft } from "@/lib/services/define/start-draft";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { simulationGround } from "../support/simulation-ground";
import type { BenchOrganization } from "./bench-organization";
import type { BenchSession } from "./bench-session";
import { type Measurement, median, medianTime } from "./measure";
import { CRITERIA, syntheticRun, syntheticValues } from "./synthetic-run";

/** Partners on whom rules are tried. */
export const SIMULATED = 10_000;
/** An animation frame. */
const FRAME_MS = 16;
const RUNS = 40;
const LOOK: Look = { by: "decided", listed: "promoted", page: 1, grouping: null, behind: { kind: "score" }, cliffs: false };

/** A change of a weight, tried on 10,000 partners x 12 criteria by the engine alone, against the frame in which it is to be seen. */
export async function benchSimulator(): Promise<Measurement> {
  const input = syntheticRun(syntheticValues(SIMULATED));
  const tryRules = whatIf(simulationGround(input));
  let weight = 1;
  const ours = await medianTime(RUNS, () => {
    weight = (weight % 9) + 1;
    tryRules(withWeight(input.program, weight), LOOK);
  });
  return framed("simulator, 10,000 partners x 12 criteria", ours, "the engine tries another weight, in Node / an animation frame");
}

/** The same in the studio of the running production server, in Chromium: what the worker takes, and a key press until its result is in the page. */
export async function benchStudio(organization: BenchOrganization, session: BenchSession): Promise<readonly Measurement[]> {
  const { version } = await startDraft(organization.actor, { program: "main", from: 1 });
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await studioPage(await browser.newPage(), session, version);
    const slider = page.getByRole("slider", { name: "P0", exact: true });
    await slider.focus();
    const tries: Pressed[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const tried = await pressed(page, run % 2 === 0 ? "ArrowRight" : "ArrowLeft");
      if (run > 0) tries.push(tried);
    }
    return [
      framed(
        "simulator in Chromium, worker",
        median(tries.map(({ worker }) => worker)),
        `the worker tries a weight on ${SIMULATED} partners x ${CRITERIA} criteria / an animation frame`,
      ),
      framed(
        "simulator in Chromium, key to page",
        median(tries.map(({ shown }) => shown)),
        `a key press until its result is in the page, to be drawn with the next frame (drawn after ${median(tries.map(({ drawn }) => drawn)).toFixed(1)} ms) / an animation frame`,
      ),
    ];
  } finally {
    await browser.close();
  }
}

function framed(name: string, ours: number, note: string): Measurement {
  return { name, ours, reference: FRAME_MS, ratio: ours / FRAME_MS, goal: 1, met: ours <= FRAME_MS, note };
}

/** With another weight of the first pillar. */
function withWeight(program: Program, weight: number): Program {
  const { score } = program;
  if (score.kind !== "group") return program;
  return { ...program, score: { ...score, children: score.children.map((child, place) => (place === 0 ? { ...child, weight } : child)) } };
}

async function studioPage(page: Page, { baseUrl, cookie }: BenchSession, version: number): Promise<Page> {
  const cookies = cookie
    .split("; ")
    .map((pair) => ({ name: pair.slice(0, pair.indexOf("=")), value: pair.slice(pair.indexOf("=") + 1), url: baseUrl }));
  await page.context().addCookies(cookies);
  await page.goto(`${baseUrl}/define/studio?program=main&version=${version}`);
  await page.locator("[data-took]").waitFor({ timeout: 60_000 });
  return page;
}

/** Milliseconds: of the worker, and from the key until the result is in the page, and until the frame that shows it is drawn. */
type Pressed = { readonly worker: number; readonly shown: number; readonly drawn: number };

/** Presses a key, and waits until the trial that follows from it is drawn. */
async function pressed(page: Page, key: string): Promise<Pressed> {
  const panel = page.locator("[data-took]");
  await panel.evaluate((element: HTMLElement) => {
    const before = element.dataset.tried;
    const tried = new Promise((resolve) => {
      let start = 0;
      addEventListener(
        "keydown",
        ({ timeStamp }) => {
          start = timeStamp;
        },
        { once: true, capture: true },
      );
      new MutationObserver((_, observer) => {
        if (element.dataset.tried === before) return;
        observer.disconnect();
        const shown = performance.now() - start;
        requestAnimationFrame(() => setTimeout(() => resolve({ worker: Number(element.dataset.took), shown, drawn: performance.now() - start })));
      }).observe(element, { attributes: true });
    });
    Object.assign(element, { tried });
  });
  await page.keyboard.press(key);
  return panel.evaluate((element) => (element as unknown as { readonly tried: Promise<Pressed> }).tried);
}
