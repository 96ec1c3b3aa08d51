import { z } from "zod";
import type { ImportKindList } from "@/lib/contracts/import-kind";
import type { Column } from "@/lib/import/column";
import { ImportKind } from "@/lib/import/import-kind";
import { kindDefinitions } from "@/lib/import/kind-definitions";
import { templateFile } from "@/lib/import/template-file";
import { query } from "../define-service";

/** What can be imported, with the columns of each kind and examples in the organization's currency. */
export const listImportKinds = query({
  permission: "import.read",
  input: z.strictObject({}),
  run: async ({ db }): Promise<ImportKindList> => {
    const { currency } = await db.organizations.get();
    return {
      currency,
      items: ImportKind.options.map((kind) => ({
        kind,
        help: kindDefinitions[kind].help,
        columns: Object.entries<Column<unknown>>(kindDefinitions[kind].columns).map(([name, { required, help, aliases }]) => ({
          name,
          required,
          help,
          aliases: [...aliases],
        })),
        template: templateFile(kind, currency),
      })),
    };
  },
});
