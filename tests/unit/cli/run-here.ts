import { vi } from "vitest";
import { runCommandLine } from "@/scripts/cli/command-line";

export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line within this process and catches what it writes. */
export async function runHere(args: readonly string[]): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text: string | Uint8Array, ...rest: readonly unknown[]) => {
      written[stream] += String(text);
      const done = rest.at(-1);
      if (typeof done === "function") done(null);
      return true;
    }),
  );
  try {
    return { exitCode: await runCommandLine(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
