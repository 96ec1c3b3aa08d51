import { Key } from "@/lib/domain/define/metric";
import type { FileFormat } from "./file-format";
import { ImportFileError } from "./import-file-error";
import type { ImportKind } from "./import-kind";
import { kindDefinitions } from "./kind-definitions";

const MAX_COLUMNS = 200;
export const ATTRIBUTE_PREFIX = "attr.";

/** A header of the file and the column of ours it fills; null: ignored. */
export type HeaderColumn = { readonly header: string; readonly column: string | null };

/**
 * Decides which header fills which column: first what the mapping says, then headers equal to a column's name, then headers equal to
 * one of its aliases. Throws ImportFileError when that leaves a doubt or a required column empty.
 */
export function matchHeader(kind: ImportKind, cells: readonly string[], line: number, mapping: FileFormat["mapping"]): HeaderColumn[] {
  const headers = cells.map((cell) => cell.normalize("NFC").trim().replace(/\s+/g, " "));
  refuseUnreadable(headers, line);
  const mapped = mappedHeaders(kind, headers, line, mapping ?? {});
  refuseDuplicates(headers, line, mapped);

  const { columns, attributeExample } = kindDefinitions[kind];
  const taken = new Set(mapped.values());
  const byName = new Map<string, string>();
  const byAlias = new Map<string, string>();
  for (const [name, { aliases }] of Object.entries(columns)) {
    if (taken.has(name)) continue;
    byName.set(comparable(name), name);
    for (const alias of aliases) byAlias.set(comparable(alias), name);
  }
  const named = new Set(headers.filter((header) => !mapped.has(header)).map((header) => byName.get(comparable(header))));

  const matched = headers.map((header): HeaderColumn => {
    const given = mapped.get(header);
    if (given !== undefined) return { header, column: given };
    if (attributeExample && isAttribute(header)) return { header, column: attributeColumn(header) };
    const name = byName.get(comparable(header));
    if (name !== undefined) return { header, column: name };
    const alias = byAlias.get(comparable(header));
    return { header, column: alias !== undefined && !named.has(alias) ? alias : null };
  });

  refuseColumnGivenTwice(matched, line);
  const missing = Object.entries(columns).flatMap(([name, column]) => (column.required && !matched.some((it) => it.column === name) ? [name] : []));
  if (missing.length > 0) {
    throw new ImportFileError("missing_columns", {
      line,
      what: `The header has no column for ${missing.join(", ")}.`,
      how: `Add it, or map one of the file's own headers to it: ${headers.filter(Boolean).join(", ")}.`,
    });
  }
  return matched;
}

function refuseUnreadable(headers: readonly string[], line: number): void {
  if (headers.some((header) => /\p{Cc}/u.test(header))) {
    throw new ImportFileError("binary_content", {
      line,
      what: "The header holds bytes that are not text.",
      how: "Save the file as CSV in UTF-8 or Windows-1252 and upload it again.",
    });
  }
  if (headers.length > MAX_COLUMNS) {
    throw new ImportFileError("too_many_columns", {
      line,
      what: `The header has ${headers.length} columns; at most ${MAX_COLUMNS} are read.`,
      how: "Remove the columns that are not needed.",
    });
  }
}

/** The mapping by the header as the file spells it. */
function mappedHeaders(
  kind: ImportKind,
  headers: readonly string[],
  line: number,
  mapping: Readonly<Record<string, string | null>>,
): Map<string, string | null> {
  const { columns, attributeExample } = kindDefinitions[kind];
  const mapped = new Map<string, string | null>();
  for (const [header, target] of Object.entries(mapping)) {
    const attribute = target !== null && attributeExample !== undefined && isAttribute(target);
    if (target !== null && !attribute && !Object.hasOwn(columns, target)) {
      throw new ImportFileError("unknown_mapping_target", {
        what: `The mapping sends "${header}" to "${target}", which is not a column of ${kind}.`,
        how: `Use one of: ${Object.keys(columns).join(", ")}${attributeExample ? `, ${ATTRIBUTE_PREFIX}<key>` : ""}.`,
      });
    }
    const spelled = headers.filter((it) => it !== "" && comparable(it) === comparable(header));
    if (spelled.length === 0 && target !== null) {
      throw new ImportFileError("mapped_header_missing", {
        line,
        what: `The mapping names the header "${header}", which this file does not have.`,
        how: `Correct the mapping; the file's headers are: ${headers.filter(Boolean).join(", ")}.`,
      });
    }
    for (const it of spelled) mapped.set(it, attribute ? attributeColumn(target) : target);
  }
  return mapped;
}

function refuseDuplicates(headers: readonly string[], line: number, mapped: ReadonlyMap<string, string | null>): void {
  const seen = new Set<string>();
  for (const header of headers) {
    if (header === "" || mapped.get(header) === null) continue;
    if (seen.has(header)) {
      throw new ImportFileError("duplicate_header", {
        line,
        what: `The header "${header}" appears more than once.`,
        how: "Rename one of them, remove it, or map it to be ignored.",
      });
    }
    seen.add(header);
  }
}

function refuseColumnGivenTwice(matched: readonly HeaderColumn[], line: number): void {
  const headerOf = new Map<string, string>();
  for (const { header, column } of matched) {
    if (column === null) continue;
    const earlier = headerOf.get(column);
    if (earlier !== undefined) {
      throw new ImportFileError("column_given_twice", {
        line,
        what: `The headers "${earlier}" and "${header}" both fill the column ${column}.`,
        how: "Map the one that is not meant to be ignored.",
      });
    }
    headerOf.set(column, header);
  }
}

function isAttribute(header: string): boolean {
  return header.toLowerCase().startsWith(ATTRIBUTE_PREFIX);
}

/** `attr.<key>` with the key in our spelling, or null when it cannot be a key. */
function attributeColumn(header: string): string | null {
  const key = header
    .slice(ATTRIBUTE_PREFIX.length)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return Key.safeParse(key).success ? `${ATTRIBUTE_PREFIX}${key}` : null;
}

function comparable(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}
