import type { Metadata } from "next";
import { TemplatesView } from "@/components/define/templates-view";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { listTemplates } from "@/lib/services/define/list-templates";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const actor = await requireActor();
  const { items: templates } = await forPage(listTemplates(actor, {}));
  const { items: versions } = await forPage(listProgramVersions(actor, {}));
  return <TemplatesView templates={templates} program={versions[0]?.program.key ?? "main"} mayWrite={actor.reach("program.write") !== "none"} />;
}
