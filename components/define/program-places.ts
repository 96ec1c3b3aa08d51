import { nodePath, placedNodes } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";

/** A place in a program that can be spoken of; `path` names it by its keys, as contradictions do. */
export type ProgramPlace = { readonly path: string; readonly label: string };

/** The parts of a program in the order in which they are thought of. */
export function programPlaces(program: Program): ProgramPlace[] {
  return [
    ...placedNodes(program.score).map(({ node: { key, name } }) => ({ path: nodePath(program.score, key) ?? key, label: `Score: ${name}` })),
    ...program.tiers.toReversed().map(({ key, name }) => ({ path: `tiers.${key}`, label: `Tier: ${name}` })),
    { path: "movement", label: "Movement" },
    { path: "entitlements", label: "Entitlements" },
    { path: "funds", label: "Funds" },
    { path: "coverage", label: "Coverage" },
    ...program.metrics.map(({ key, name }) => ({ path: `metrics.${key}`, label: `Metric: ${name}` })),
  ];
}

/** The name of a place; its path where the program has it no more. */
export function placeName(places: readonly ProgramPlace[], path: string): string {
  return places.find((place) => place.path === path)?.label ?? path;
}
