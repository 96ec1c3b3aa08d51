import { OrganizationSettings } from "@/lib/contracts/organization";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getOrganization } from "@/lib/services/settings/get-organization";
import { updateOrganization } from "@/lib/services/settings/update-organization";

export const GET = route({
  summary: "What is stated about the organization",
  tag: "Organization",
  service: getOrganization,
  read: fromQuery,
  send: json(OrganizationSettings),
});

export const POST = route({
  summary: "State it anew",
  tag: "Organization",
  service: updateOrganization,
  read: fromJson,
  send: json(OrganizationSettings),
});
