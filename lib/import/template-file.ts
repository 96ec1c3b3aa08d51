import { stringify } from "csv-stringify/sync";
import type { Column } from "./column";
import type { ImportKind } from "./import-kind";
import { kindDefinitions } from "./kind-definitions";
import { ATTRIBUTE_PREFIX } from "./match-header";

/** A CSV file of one kind with its header and one example row, which the default file format reads. */
export function templateFile(kind: ImportKind): string {
  const { columns, attributeExample } = kindDefinitions[kind];
  const entries = Object.entries<Column<unknown>>(columns).map(([name, { example }]) => [name, example]);
  if (attributeExample) entries.push([`${ATTRIBUTE_PREFIX}${attributeExample.key}`, attributeExample.value]);
  return stringify([entries.map(([name]) => name), entries.map(([, example]) => example)]);
}
