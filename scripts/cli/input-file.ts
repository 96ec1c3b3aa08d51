import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { REPEATED_MEMBER, repeatedMember } from "@/lib/domain/shared/repeated-member";
import { BadInput } from "./failure";

/** A file given on the command line; `-` is standard input. `bytes` is null when it cannot be known beforehand. */
export type InputFile = { readonly name: string; readonly bytes: number | null; readonly body: AsyncIterable<Uint8Array> };

/** @throws BadInput when there is no such file, or it cannot be read */
export async function openInput(file: string): Promise<InputFile> {
  if (file === "-") return { name: "standard input", bytes: null, body: process.stdin };
  const found = await stat(file).catch((error: unknown) => unreadable(file, error));
  if (!found.isFile()) throw new BadInput([`${file} is not a file. Give the path of a file, or - for standard input.`]);
  return { name: file, bytes: found.size, body: createReadStream(file) };
}

/** The value that a JSON file holds. @throws BadInput when there is no such file, it is not JSON, or says something twice */
export async function readJson(file: string): Promise<unknown> {
  const text = (await readFile(file, "utf8").catch((error: unknown) => unreadable(file, error))).replace(/^\uFEFF/, "");
  const value = parse(file, text);
  const twice = repeatedMember(text);
  if (twice !== null) throw new BadInput([`${file}, ${twice}: ${REPEATED_MEMBER}.`]);
  return value;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput([`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}. Correct it there.`]);
  }
}

function unreadable(file: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") throw new BadInput([`${file} does not exist. Check the path.`]);
  if (code === "EISDIR") throw new BadInput([`${file} is a folder. Give the path of a file.`]);
  if (code === "EACCES") throw new BadInput([`${file} may not be read by this user. Check its permissions.`]);
  throw error;
}
