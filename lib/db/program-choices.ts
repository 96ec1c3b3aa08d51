import type { Scope } from "@/lib/access/actor";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

type Named = { readonly code: string; readonly name: string };

/** Values of an attribute that are offered; with more it is a name rather than a group. */
const MOST_VALUES = 100;

/** What of the organization's data a rule can name. */
export function programChoicesRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  return {
    async categories(): Promise<string[]> {
      staffOnly(scope);
      const rows = await tx.productCategory.findMany({ where: { orgId }, select: { code: true }, orderBy: { code: "asc" } });
      return rows.map(({ code }) => code);
    },

    async lines(): Promise<Named[]> {
      staffOnly(scope);
      return tx.productLine.findMany({ where: { orgId }, select: { code: true, name: true }, orderBy: [{ name: "asc" }, { code: "asc" }] });
    },

    /** Tracks in which somebody holds a certificate. */
    async tracks(): Promise<string[]> {
      staffOnly(scope);
      const rows = await tx.certification.findMany({ where: { orgId }, select: { track: true }, distinct: ["track"], orderBy: { track: "asc" } });
      return rows.map(({ track }) => track);
    },

    /** The partners' own attributes and types, with their values as text. */
    async attributes(): Promise<ReadonlyMap<string, string[]>> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ key: string; value: string }[]>`
        select key, value from (
          select key, value, row_number() over (partition by key order by value collate "C") as place
          from (
            select distinct a.key, a.value from partner p, jsonb_each_text(p.attributes) a where p.org_id = ${orgId} and a.value is not null
            union select 'partner_type', p.type from partner p where p.org_id = ${orgId} and p.type is not null
          ) found
        ) placed where place <= ${MOST_VALUES} order by key collate "C", place`;
      const values = new Map<string, string[]>();
      for (const { key, value } of rows) values.set(key, [...(values.get(key) ?? []), value]);
      return values;
    },
  };
}
