import { counted } from "@/components/format/number";
import { Notice } from "@/components/ui/notice";
import type { AuditVerification } from "@/lib/contracts/audit";

const FAULTS: Readonly<Record<NonNullable<AuditVerification["broken"]>["fault"], string>> = {
  changed: "It is not what was written: its content does not give its hash.",
  unlinked: "It does not follow from the event before it, which was changed after it was written.",
  missing: "It should stand here, and is gone.",
};

type ChainVerdictProps = { readonly verification: AuditVerification };

/** What computing the chain anew has shown. */
export function ChainVerdict({ verification: { events, headHash, broken } }: ChainVerdictProps) {
  if (broken !== null) {
    return (
      <Notice tone="bad" title={`The chain breaks at event ${broken.seq}`}>
        {FAULTS[broken.fault]} Somebody with access to the database itself has altered the trail. Tell your administrator, and keep a backup of
        before.
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={`${counted(events, "event")}, unbroken`}>
      Head hash, to be kept elsewhere: a trail rewritten from end to end would have another.
      <code className="block font-mono text-xs break-all">{headHash ?? "none yet"}</code>
    </Notice>
  );
}
