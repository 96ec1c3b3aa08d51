"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormDialog } from "./form-dialog";

type ConfirmDialogProps = Omit<ComponentProps<typeof FormDialog>, "children" | "fields" | "act"> & {
  /** What it does, and what stays. */
  readonly children: ReactNode;
  readonly act: () => Promise<unknown>;
};

/** A button that asks before it acts, and then shows the page as it is after. */
export function ConfirmDialog({ children, act, ...words }: ConfirmDialogProps) {
  return (
    <FormDialog {...words} act={act}>
      {() => <p>{children}</p>}
    </FormDialog>
  );
}
