/**
 * Posts a form to next-auth with its CSRF token and answers with the address that it wants the browser at; an address with an
 * `error` parameter is a refusal.
 */
export async function postToAuth(path: string, fields: Readonly<Record<string, string>>): Promise<URL> {
  const csrf: unknown = await fetch("/api/auth/csrf").then((response) => response.json());
  const csrfToken = typeof csrf === "object" && csrf !== null && "csrfToken" in csrf ? String(csrf.csrfToken) : "";
  const response = await fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) });
  const answer: unknown = await response.json().catch(() => null);
  const url = typeof answer === "object" && answer !== null && "url" in answer ? String(answer.url) : "/";
  return new URL(url, window.location.origin);
}
