/** What a page gets as `searchParams`, resolved. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a parameter, trimmed; undefined when absent or empty, as an untouched form field is. */
export function searchValue(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  const text = (typeof value === "string" ? value : value?.[0])?.trim();
  return text === "" ? undefined : text;
}

/** A whole number from 1 on, or undefined for anything else: an address is typed by people. */
export function searchNumber(params: SearchParams, name: string): number | undefined {
  const text = searchValue(params, name);
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** A part of the path as it was meant; undefined where its escapes make no text. */
export function pathSegment(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
