import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { SampleData } from "@/lib/contracts/sample-data";
import { LoadSample, RemoveSample } from "./sample-actions";
import { SampleProgress } from "./sample-progress";
import { isLoading, SAMPLE_IN_WORDS, SAMPLE_OFFER } from "./sample-words";

type SampleSectionProps = { readonly sample: SampleData; readonly organization: string };

/** For administrators: whether there is sample data, and what may be done about it. */
export function SampleSection({ sample, organization }: SampleSectionProps) {
  return (
    <Section title="Sample data" hint={sample.isOffered ? SAMPLE_OFFER : SAMPLE_IN_WORDS}>
      <div className="max-w-prose space-y-3">
        <SampleState sample={sample} organization={organization} />
      </div>
    </Section>
  );
}

function SampleState({ sample, organization }: SampleSectionProps) {
  if (isLoading(sample)) return <SampleProgress initial={sample} />;
  if (sample.state === "failed") return <SampleFailed sample={sample} organization={organization} mayManage />;
  if (sample.state === "loaded")
    return (
      <>
        <p>It is loaded. Remove it whole before your own work begins: what is imported or changed here until then goes with it.</p>
        <RemoveSample organization={organization} />
      </>
    );
  if (!sample.isOffered)
    return <p className="text-muted">It is loaded into an empty organization only. This one has data of its own, which stays.</p>;
  return <LoadSample label="Load the sample data" />;
}

type SampleFailedProps = SampleSectionProps & { readonly mayManage: boolean };

/** Why it was not loaded, and what can be done. */
export function SampleFailed({ sample, organization, mayManage }: SampleFailedProps) {
  return (
    <>
      <Notice tone="bad" title="The sample data could not be loaded">
        {sample.failure} {!mayManage && "An administrator can try again, or remove what was loaded."}
      </Notice>
      {mayManage && (
        <div className="flex flex-wrap gap-2">
          <LoadSample label="Try again" look="primary" />
          <RemoveSample organization={organization} />
        </div>
      )}
    </>
  );
}
