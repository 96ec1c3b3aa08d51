"use client";

import { Button } from "@/components/ui/button";

type RemovePartProps = {
  readonly name: string;
  /** Why it cannot be removed; undefined when it can. */
  readonly obstacle?: string | undefined;
  readonly onRemove: () => void;
};

/** Takes the part that is edited out of the program. A long name is cut short rather than making the page wider. */
export function RemovePart({ name, obstacle, onRemove }: RemovePartProps) {
  return (
    <Button look="quiet" className="ml-auto max-w-full" disabled={obstacle !== undefined} title={obstacle} onClick={onRemove}>
      <span className="truncate">Remove {name}</span>
    </Button>
  );
}
