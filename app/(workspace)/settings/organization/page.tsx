import type { Metadata } from "next";
import { OrganizationForm } from "@/components/settings/organization-form";
import { SampleSection } from "@/components/settings/sample-section";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/session";
import { ACTIVE_CURRENCIES } from "@/lib/domain/shared/active-currencies";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";
import { getOrganization } from "@/lib/services/settings/get-organization";
import { getSampleData } from "@/lib/services/settings/get-sample-data";

export const metadata: Metadata = { title: "Organization" };

export default async function OrganizationPage() {
  const actor = await requireActor();
  const organization = await forPage(getOrganization(actor, {}));
  const sample = await forPage(getSampleData(actor, {}));
  const me = await forPage(getMe(actor, {}));
  return (
    <SettingsFrame
      current="organization"
      permissions={me.permissions}
      lead="What the organization is called, and how it counts days, years and money."
    >
      <Section title="Organization">
        <OrganizationForm
          key={organization.currency} // which comes and goes with the sample data, and must not be saved from a form of before
          organization={organization}
          timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
          currencies={withOwn(organization.currency)}
        />
      </Section>
      <SampleSection sample={sample} organization={organization.name} />
    </SettingsFrame>
  );
}

/** An organization whose currency has been withdrawn since keeps it until it chooses another. */
function withOwn(currency: string): readonly string[] {
  return ACTIVE_CURRENCIES.includes(currency) ? ACTIVE_CURRENCIES : [currency, ...ACTIVE_CURRENCIES];
}
