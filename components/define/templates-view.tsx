import { templatePath } from "@/components/shell/routes";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { ProgramTemplateSummary } from "@/lib/contracts/program-template";
import { AdoptTemplate } from "./adopt-template";

type TemplatesViewProps = {
  readonly templates: readonly ProgramTemplateSummary[];
  /** The key of the program of which a draft would be a version. */
  readonly program: string;
  readonly mayWrite: boolean;
};

/** Kinds of programs to begin with, each with what it teaches. */
export function TemplatesView({ templates, program, mayWrite }: TemplatesViewProps) {
  return (
    <>
      <PageHeader
        back={{ href: "/define", label: "Define" }}
        title="Templates"
        lead="Six published kinds of programs. Read what one says, or begin a draft with it and make it yours."
      />
      <ul className="grid gap-4 lg:grid-cols-2">
        {templates.map((template) => (
          <li key={template.key} className="flex flex-col rounded-lg border border-line bg-raised p-5">
            <h2 className="text-lg">
              <TextLink strong href={templatePath(template.key)}>
                {template.name}
              </TextLink>
            </h2>
            <p className="mt-1 text-pretty">{template.forWhom}</p>
            <p className="mt-3 text-sm text-pretty text-muted">{template.teaches}</p>
            {mayWrite && (
              <div className="mt-auto pt-4">
                <AdoptTemplate template={template} program={program} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
