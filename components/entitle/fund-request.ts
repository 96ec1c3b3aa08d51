import { ApiProblem, apiRequest } from "@/components/api/api-request";
import { fundRefusalWords } from "./fund-refusal-words";

/** Sends a change of a fund; a refusal says why in this application's words. @throws ApiProblem */
export async function fundRequest<T>(path: string, body: unknown): Promise<T> {
  try {
    return await apiRequest<T>("POST", path, body);
  } catch (error) {
    const words = error instanceof ApiProblem ? fundRefusalWords(error.details) : null;
    if (!(error instanceof ApiProblem) || words === null) throw error;
    throw new ApiProblem(error.code, words, error.details, error.issues);
  }
}
