import "server-only";
import type { z } from "zod";
import { errorFields, log } from "@/lib/log";

/** A file that is sent while it is being written. */
export type FileAnswer = { readonly fileName: string; readonly chunks: AsyncIterable<string | Uint8Array> };

/** How a route makes an answer of a service's result. */
export type AnswerWriter<Result> =
  | { readonly kind: "json"; readonly status: number; readonly schema: z.ZodType; readonly toJson: (result: unknown) => unknown }
  | { readonly kind: "file"; readonly status: 200; readonly mediaType: string; readonly toFile: (result: Result) => FileAnswer };

/** A JSON answer of exactly this shape: members that the contract does not name are left out. */
export function json(schema: z.ZodType, status: 200 | 201 | 202 = 200): AnswerWriter<unknown> {
  return {
    kind: "json",
    status,
    schema,
    toJson: (result) => {
      const checked = schema.safeParse(result);
      if (!checked.success) throw new Error(`the answer does not keep to its contract: ${checked.error.message}`);
      return checked.data;
    },
  };
}

/** A file to save. */
const file = (mediaType: string): AnswerWriter<FileAnswer> => ({ kind: "file", status: 200, mediaType, toFile: (answer) => answer });
export const csv = file("text/csv");
export const xlsx = file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

export function jsonResponse({ status, json }: { status: number; json: unknown }, requestId: string): Response {
  return new Response(JSON.stringify(json), { status, headers: { ...headers(requestId), "Content-Type": "application/json" } });
}

export function fileResponse({ fileName, chunks }: FileAnswer, mediaType: string, requestId: string): Response {
  const safeName = fileName.replace(/[^\w.-]+/g, "_");
  return new Response(toStream(chunks, requestId), {
    headers: {
      ...headers(requestId),
      "Content-Type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
      "Content-Disposition": `attachment; filename="${safeName}"`,
    },
  });
}

function headers(requestId: string): Record<string, string> {
  return { "Cache-Control": "no-store", "X-Request-Id": requestId };
}

function toStream(chunks: FileAnswer["chunks"], requestId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        log("error", "file.broken_off", { requestId, ...errorFields(error) });
        controller.error(error); // the connection breaks, so that half a file is not taken for a whole one
      }
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
