import type { Problem } from "@/lib/contracts/problem";

/** A request that the API refused, with its own words on what is wrong and how to mend it. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** What is wrong, field by field; empty where no field is to blame. */
  readonly issues: NonNullable<Problem["issues"]>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}, issues: NonNullable<Problem["issues"]> = []) {
    super(message);
    this.code = code;
    this.details = details;
    this.issues = issues;
  }
}

/** Calls the API as the signed-in user and answers with its JSON. @throws ApiProblem, also when the server cannot be reached */
export async function apiRequest<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
  const json: RequestInit = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const once: RequestInit = method === "POST" ? { headers: { ...json.headers, "idempotency-key": crypto.randomUUID() } } : {};
  const response = await fetch(path, { method, ...json, ...once }).catch(() => null);
  if (response === null) throw unreachable();
  return answerOf<T>(response.status, await response.text());
}

/** Sends a file as the body of a request, telling how much has left. @throws ApiProblem */
export function apiUpload<T>(path: string, file: File, onProgress: (share: number) => void): Promise<T> {
  // fetch cannot tell how much of a body has been sent.
  const request = new XMLHttpRequest();
  return new Promise<T>((resolve, reject) => {
    request.open("POST", path);
    request.setRequestHeader("content-type", "text/csv");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      try {
        resolve(answerOf<T>(request.status, request.responseText));
      } catch (problem) {
        reject(problem);
      }
    };
    request.send(file);
  });
}

function answerOf<T>(status: number, text: string): T {
  const answer: unknown = parsed(text);
  if (status >= 200 && status < 300) return answer as T;
  if (isProblem(answer)) throw new ApiProblem(answer.code, answer.issues?.[0] ? issueWords(answer) : answer.detail, answer.details, answer.issues);
  throw new ApiProblem("internal", `The server answered ${status}. Try again; if it stays, tell your administrator.`);
}

function issueWords(problem: Problem): string {
  return (problem.issues ?? []).map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
}

function unreachable(): ApiProblem {
  return new ApiProblem("unreachable", "The server cannot be reached. Check the connection and try again.");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === "object" && answer !== null && "code" in answer && "detail" in answer;
}
