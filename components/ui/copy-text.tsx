"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { CONTROL } from "./field";

type CopyTextProps = { readonly label: string; readonly text: string };

/** A text to take along, such as a link or a token. Without permission to the clipboard it is still there to be selected. */
export function CopyText({ label, text }: CopyTextProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div className="flex items-center gap-2">
      <input readOnly aria-label={label} value={text} onFocus={(event) => event.currentTarget.select()} className={`${CONTROL} font-mono text-xs!`} />
      <Button onClick={copy}>
        {copied ? <Check aria-hidden className="size-4" strokeWidth={1.75} /> : <Copy aria-hidden className="size-4" strokeWidth={1.75} />}
        <span role="status">{copied ? "Copied" : "Copy"}</span>
      </Button>
    </div>
  );
}
