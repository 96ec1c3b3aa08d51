import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TemplateView } from "@/components/define/template-view";
import { pathSegment } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getTemplate } from "@/lib/services/define/get-template";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";

type TemplatePageProps = { readonly params: Promise<{ readonly template: string }> };

/** Once for the title and the page. */
const templateOf = cache(async (escaped: string) => forPage(getTemplate(await requireActor(), { template: pathSegment(escaped) ?? notFound() })));

export async function generateMetadata({ params }: TemplatePageProps): Promise<Metadata> {
  return { title: (await templateOf((await params).template)).name };
}

export default async function TemplatePage({ params }: TemplatePageProps) {
  const actor = await requireActor();
  const template = await templateOf((await params).template);
  const { items: versions } = await forPage(listProgramVersions(actor, {}));
  return <TemplateView template={template} program={versions[0]?.program.key ?? "main"} mayWrite={actor.reach("program.write") !== "none"} />;
}
