"use client";

import { createContext, useContext } from "react";
import type { ProgramChoices } from "@/lib/contracts/program-choices";
import type { Program } from "@/lib/domain/define/program";
import type { ProgramNames } from "../condition-words";
import type { TypedDocument } from "./draft-session";

export type EditOptions = {
  /** It goes on with the change of the same name before it, such as the next key of a number or the way of a slider. */
  readonly continues?: boolean;
};

/** What every editor of the studio works with. */
export type Studio = {
  readonly program: Program;
  readonly names: ProgramNames;
  /** What there is to choose from, beside the program itself. */
  readonly choices: ProgramChoices;
  /** Does a change, named for whoever undoes it: "the weight of Revenue". */
  readonly edit: (after: Program, what: string, options?: EditOptions) => void;
  /** A change that went on is over. */
  readonly settle: () => void;
  /** The document as text while it is typed; null when nobody does. */
  readonly typed: TypedDocument | null;
  readonly type: (typed: TypedDocument | null) => void;
  /** Shows another part of the program. */
  readonly open: (part: string) => void;
};

const StudioContext = createContext<Studio | null>(null);

export const StudioProvider = StudioContext.Provider;

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error("an editor stands outside the studio");
  return studio;
}
