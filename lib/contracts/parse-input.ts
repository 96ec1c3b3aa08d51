import type { z } from "zod";
import { shapeFaultWords } from "@/lib/domain/shared/shape-fault-words";
import { AppError } from "@/lib/errors";

/**
 * What somebody sent, in the shape that is asked for; `whole` is what it is called where no member of it is at fault.
 * @throws AppError invalid_input with every fault by the place it is at, in words
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown, whole: string): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: shapeFaultWords });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  const [first] = issues;
  throw new AppError(
    "invalid_input",
    first === undefined ? `${whole} is not valid.` : `${first.path === "" ? whole : first.path}: ${first.message}`,
    { issues },
  );
}
