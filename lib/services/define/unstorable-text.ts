/** Places in plain data whose text the database cannot keep: NUL characters, and halves of a surrogate pair. */
export function unstorableText(value: unknown, path = "document"): { path: string; message: string }[] {
  if (typeof value === "string") {
    return value.includes("\0") || /\p{Surrogate}/u.test(value)
      ? [{ path, message: "holds a character that cannot be stored (NUL or half of a surrogate pair); remove it" }]
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unstorableText(member, `${path}.${key}`));
}
