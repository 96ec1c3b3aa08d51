import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { parseInput } from "@/lib/contracts/parse-input";
import { REPEATED_MEMBER, repeatedMember } from "@/lib/domain/shared/repeated-member";
import { AppError, faultAt } from "@/lib/errors";

const JSON_MAX_BYTES = 1_000_000;

/** The input of a service, not yet checked, and the body it came from. */
export type ReadInput = { readonly input: unknown; readonly body: RequestBody };

/** `digest` is the SHA-256 of the whole body, and reads what is left of it; `isRead` says whether nothing is left. */
export type RequestBody = { readonly isRead: () => boolean; readonly digest: () => Promise<string> };

export type PathParams = Readonly<Record<string, string>>;

/** How a route makes a service's input of a request, with what the API's description says about it. */
export type InputReader = {
  readonly from: "query" | "json" | "upload";
  /** Only of uploads: their query parameters, for the service's input says nothing of HTTP. */
  readonly query?: z.ZodType;
  readonly read: (request: Request, params: PathParams) => Promise<ReadInput>;
};

/** Path parameters and query parameters by name. */
export const fromQuery: InputReader = {
  from: "query",
  read: async (request, params) => ({ input: merge(queryOf(request), params), body: emptyBody }),
};

/** Path parameters and the members of a JSON object. */
export const fromJson: InputReader = {
  from: "json",
  read: async (request, params) => {
    const body = hashed(request.body);
    const bytes: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body.chunks) {
      size += chunk.byteLength;
      if (size > JSON_MAX_BYTES)
        throw new AppError("too_large", `The body is larger than ${JSON_MAX_BYTES} bytes. Files are sent to /api/v1/imports.`);
      bytes.push(chunk);
    }
    return { input: merge(parseObject(Buffer.concat(bytes), request.headers.get("content-type")), params), body };
  },
};

/** A file as the request's body, streamed: `toInput` gets the parsed query parameters. */
export function fromUpload<Query extends z.ZodType>(
  query: Query,
  toInput: (query: z.output<Query>, upload: { bytes: number | null; body: AsyncIterable<Uint8Array> }) => unknown,
): InputReader {
  return {
    from: "upload",
    query,
    read: async (request, params) => {
      const parsed = parseInput(query, merge(queryOf(request), params), "The query");
      const body = hashed(request.body);
      return { input: toInput(parsed, { bytes: contentLength(request), body: body.chunks }), body };
    },
  };
}

const emptyBody: RequestBody = { isRead: () => true, digest: async () => createHash("sha256").digest("hex") };

/** The chunks of a body, hashed as they pass. */
function hashed(stream: ReadableStream<Uint8Array> | null): RequestBody & { readonly chunks: AsyncIterable<Uint8Array> } {
  const hash = createHash("sha256");
  let ended = stream === null;
  const chunks = (async function* () {
    if (stream === null) return;
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
    ended = true;
  })();
  let digest: string | undefined;
  return {
    chunks,
    isRead: () => ended,
    digest: async () => {
      for await (const _ of chunks); // the rest, if any
      digest ??= hash.digest("hex");
      return digest;
    },
  };
}

function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(query, name)) throw new AppError("invalid_input", `${name}: given twice. Give each parameter once.`);
    query[name] = value;
  }
  return query;
}

function merge(members: Record<string, unknown>, params: PathParams): Record<string, unknown> {
  const twice = Object.keys(params).find((name) => Object.hasOwn(members, name));
  if (twice !== undefined) throw new AppError("invalid_input", `${twice}: it is part of the path already. Leave it out here.`);
  return { ...members, ...params };
}

function parseObject(bytes: Buffer, contentType: string | null): Record<string, unknown> {
  if (bytes.length === 0) return {};
  if (contentType?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new AppError("invalid_input", "Send a JSON object with the header `Content-Type: application/json`.");
  }
  const { text, value } = parse(bytes);
  const twice = repeatedMember(text);
  if (twice !== null) throw faultAt("invalid_input", twice, REPEATED_MEMBER);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid_input", "The body is not a JSON object.");
  return Object.fromEntries(Object.entries(value));
}

function parse(bytes: Buffer): { readonly text: string; readonly value: unknown } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (error) {
    throw new AppError("invalid_input", `The body is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function contentLength(request: Request): number | null {
  const length = request.headers.get("content-length");
  return length === null ? null : Number(length);
}
