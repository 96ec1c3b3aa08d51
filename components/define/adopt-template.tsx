"use client";

import { useRouter } from "next/navigation";
import { apiRequest } from "@/components/api/api-request";
import { programVersionPath } from "@/components/shell/routes";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { ButtonLook } from "@/components/ui/button";
import type { ProgramVersion } from "@/lib/contracts/program";

type AdoptTemplateProps = {
  readonly template: { readonly key: string; readonly name: string };
  readonly program: string;
  readonly look?: ButtonLook;
};

/** Begins a draft with a template. */
export function AdoptTemplate({ template, program, look }: AdoptTemplateProps) {
  const router = useRouter();
  return (
    <ActionDialog
      {...(look && { look })}
      label="Begin with this…"
      spokenLabel={`Begin with ${template.name}…`}
      title={`Begin a draft with “${template.name}”?`}
      confirm="Begin the draft"
      working="Beginning…"
      failure="No draft was begun"
      act={async () => {
        const { version } = await apiRequest<ProgramVersion>("POST", `/api/v1/programs/${program}/templates/${template.key}`);
        router.push(programVersionPath(program, version));
      }}
    >
      <p>
        It becomes the next version, in your currency, fiscal year and product categories. Its figures are examples: set them to what your partners
        sell. What it observes and nothing else measures becomes a custom metric, without data until it is imported.
      </p>
      <p className="text-muted">Nothing changes for partners before a version is published and a run is too.</p>
    </ActionDialog>
  );
}
