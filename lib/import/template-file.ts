import { stringify } from "csv-stringify/sync";
import type { Column } from "./column";
import type { ImportKind } from "./import-kind";
import { kindDefinitions } from "./kind-definitions";
import { ATTRIBUTE_PREFIX } from "./match-header";

const CURRENCY_COLUMN = "currency";

/** A CSV file of one kind with its header and one example row in this currency, which the default file format reads. */
export function templateFile(kind: ImportKind, currency: string): string {
  const { columns, attributeExample } = kindDefinitions[kind];
  const entries = Object.entries<Column<unknown>>(columns).map(([name, { example }]) => [name, name === CURRENCY_COLUMN ? currency : example]);
  if (attributeExample) entries.push([`${ATTRIBUTE_PREFIX}${attributeExample.key}`, attributeExample.value]);
  return stringify([entries.map(([name]) => name), entries.map(([, example]) => example)]);
}
