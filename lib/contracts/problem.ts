import { z } from "zod";
import { ERROR_STATUS, type ErrorCode } from "@/lib/errors";

/** RFC 9457 problem details. `code` is the machine's word, `detail` says what is wrong and how to mend it. */
export const Problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  /** Names this request in the server's log. */
  requestId: z.string(),
  /** One entry per faulty field of the input. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;
