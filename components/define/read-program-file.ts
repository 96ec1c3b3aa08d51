import { ApiProblem } from "@/components/api/api-request";
import { formatBytes } from "@/components/format/number";
import { REPEATED_MEMBER, repeatedMember } from "@/lib/domain/shared/repeated-member";

/** What the API takes in one request, with room for what is sent beside the document. */
const MOST_BYTES = 900_000;

/**
 * The document in a text that somebody chose or pasted; whether it is a program is for the API to say.
 * @throws ApiProblem in words for people, when it is too large, empty, no JSON, nested beyond reason, or says something twice
 */
export function readProgramText(text: string): unknown {
  const size = new TextEncoder().encode(text).length;
  if (size > MOST_BYTES) {
    throw fault(
      "too_large",
      `This is ${formatBytes(size)}; a program has ${formatBytes(MOST_BYTES)} at most. Choose the file of a program, such as “Download JSON” gives.`,
    );
  }
  if (text.trim() === "") throw fault("invalid_input", "There is nothing in it. Choose the JSON file of a program, or paste what is in it.");
  const document = parse(text);
  const twice = repeatedMember(text);
  if (twice !== null) throw fault("invalid_input", `${twice}: ${REPEATED_MEMBER}.`);
  return document;
}

function parse(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    JSON.stringify(document); // what goes out to the API must be writable, too
    return document;
  } catch (error) {
    if (error instanceof RangeError) throw fault("invalid_input", "It is nested so deep that it cannot be read. A program has a few levels.");
    throw fault("invalid_input", `This is not JSON: ${error instanceof Error ? error.message : String(error)}. Mend it there, or download it anew.`);
  }
}

function fault(code: string, message: string): ApiProblem {
  return new ApiProblem(code, message);
}
