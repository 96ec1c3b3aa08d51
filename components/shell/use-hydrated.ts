import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/** Whether scripts answer for the page: a form that is sent before goes nowhere. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
