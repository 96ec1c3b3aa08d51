import { LoadSample } from "@/components/settings/sample-actions";
import { SampleProgress } from "@/components/settings/sample-progress";
import { SampleFailed } from "@/components/settings/sample-section";
import { isLoading, SAMPLE_IN_WORDS, SAMPLE_OFFER } from "@/components/settings/sample-words";
import { Section } from "@/components/ui/section";
import type { Home } from "@/lib/contracts/home";

type SampleHomeProps = { readonly home: Home };

/** In place of the steps while the sample data is on its way, or came to nothing. */
export function SampleUnderWay({ home: { sample, organization, maySample } }: SampleHomeProps) {
  return (
    <Section title="Sample data" hint={SAMPLE_IN_WORDS}>
      <div className="max-w-prose space-y-3">
        {isLoading(sample) ? (
          <SampleProgress initial={sample} />
        ) : (
          <SampleFailed sample={sample} organization={organization.name} mayManage={maySample} />
        )}
      </div>
    </Section>
  );
}

/** The other way to a first result. */
export function SampleOffer({ maySample }: Pick<Home, "maySample">) {
  return (
    <Section title="Or look around first" hint={SAMPLE_OFFER}>
      {maySample ? (
        <LoadSample label="Load the sample data" />
      ) : (
        <p className="text-sm text-muted">An administrator of your organization can load it.</p>
      )}
    </Section>
  );
}
