import { capabilityScore } from "./capability-score";
import { compositeIndex } from "./composite-index";
import { dealerNetwork } from "./dealer-network";
import { growthProgram } from "./growth-program";
import { resellerLadder } from "./reseller-ladder";
import { statusProgram } from "./status-program";
import type { ProgramTemplate } from "./template";

/** Published kinds of programs, those first that many begin with. */
export const PROGRAM_TEMPLATES: readonly ProgramTemplate[] = [
  resellerLadder,
  growthProgram,
  capabilityScore,
  dealerNetwork,
  statusProgram,
  compositeIndex,
];
