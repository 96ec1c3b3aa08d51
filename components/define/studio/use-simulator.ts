"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Program } from "@/lib/domain/define/program";
import type { Look } from "@/lib/domain/optimize/what-if";
import { SimulatorClient, type SimulatorView } from "./simulator-client";

/** Has the draft tried on the partners of a run as it changes. `path`: where they come from; `measured` changes when they must be read anew. */
export function useSimulator(path: string, measured: string, document: Program, look: Look): SimulatorView {
  const [client] = useState(() => new SimulatorClient());
  const view = useSyncExternalStore(client.subscribe, client.view, client.view);

  useEffect(() => {
    client.start();
    return () => client.stop();
  }, [client]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew also when only what is measured changes
  useEffect(() => client.ground(path), [client, path, measured]);

  useEffect(() => client.ask(document, look), [client, document, look]);

  return view;
}
