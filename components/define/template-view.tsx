import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ProgramTemplateDetail } from "@/lib/contracts/program-template";
import { AdoptTemplate } from "./adopt-template";
import { ProgramRules } from "./program-rules";

type TemplateViewProps = { readonly template: ProgramTemplateDetail; readonly program: string; readonly mayWrite: boolean };

/** A template in plain words, as the organization would begin with it. */
export function TemplateView({ template, program, mayWrite }: TemplateViewProps) {
  return (
    <>
      <PageHeader
        back={{ href: "/define/templates", label: "Templates" }}
        title={template.name}
        lead={template.forWhom}
        actions={mayWrite && <AdoptTemplate template={template} program={program} look="primary" />}
      />
      <Section title="What it teaches">
        <p className="max-w-prose text-pretty">{template.teaches}</p>
      </Section>
      <ProgramRules program={template.document} />
    </>
  );
}
