import type { APIResponse, Page } from "@playwright/test";

type Sent = { readonly data?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Calls the API as the person signed in to the page, saying as a browser does which site the call comes from. */
export function callApi(page: Page, method: string, path: string, { data, headers = {} }: Sent = {}): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  return page.request.fetch(`/api/v1${path}`, { method, headers: { origin, ...headers }, ...(data === undefined ? {} : { data }) });
}
