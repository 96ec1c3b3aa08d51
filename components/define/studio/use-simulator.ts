"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Look } from "@/lib/domain/optimize/what-if";
import type { DraftSession } from "./draft-session";
import { SimulatorClient, type SimulatorView } from "./simulator-client";

type Simulator = { readonly view: SimulatorView /** Reads the partners again where they could not be read. */; readonly again: () => void };

/** Has the draft tried on the partners of a run as it changes. `path`: where they come from; `measured` changes when they must be read anew. */
export function useSimulator(path: string, measured: string, session: DraftSession, look: Look): Simulator {
  const [client] = useState(() => new SimulatorClient(session.view().document, look));
  const view = useSyncExternalStore(client.subscribe, client.view, client.view);

  useEffect(() => {
    client.start();
    return () => client.stop();
  }, [client]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew also when only what is measured changes
  useEffect(() => client.ground(path), [client, path, measured]);

  // From the draft itself, and not once it is drawn: the worker tries a change while the page draws it.
  useEffect(() => {
    const follow = () => client.ask({ document: session.view().document });
    follow();
    return session.subscribe(follow);
  }, [client, session]);

  useEffect(() => client.ask({ look }), [client, look]);

  return { view, again: client.again };
}
