/** What is open at a point of the text: of an object the names it has so far and the last of them, of an array how many elements came before. */
type Open = { readonly names: Set<string> | null; at: string | number };

export const REPEATED_MEMBER = "stands more than once in the same object, and only the last would count; keep one";

/**
 * The place of the first member that an object of a JSON text has more than once, dotted: "score.children.0.weight"; null where none has.
 * JSON.parse keeps the last of them and says nothing. `text` is one that it took; what it costs is linear in its length.
 */
export function repeatedMember(text: string): string | null {
  const open: Open[] = [];
  for (let i = 0; i < text.length; i++) {
    const innermost = open.at(-1);
    switch (text[i]) {
      case "{":
        open.push({ names: new Set(), at: "" });
        break;
      case "[":
        open.push({ names: null, at: 0 });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (typeof innermost?.at === "number") innermost.at += 1;
        break;
      case '"': {
        const end = endOfString(text, i);
        if (innermost !== undefined && isName(text, end) && !add(innermost, JSON.parse(text.slice(i, end + 1))))
          return open.map(({ at }) => at).join(".");
        i = end;
      }
    }
  }
  return null;
}

/** False when the object has the name already. */
function add(object: Open, name: string): boolean {
  const isNew = !object.names?.has(name);
  object.names?.add(name);
  object.at = name;
  return isNew;
}

/** Of the quotation mark that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}

/** Whether the string that ends at `end` names a member. */
function isName(text: string, end: number): boolean {
  let i = end + 1;
  while (" \t\r\n".includes(text[i] ?? ":")) i++;
  return text[i] === ":";
}
