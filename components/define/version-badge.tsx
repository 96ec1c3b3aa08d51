import { formatDate } from "@/components/format/date";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { type VersionStanding, versionStanding } from "@/lib/domain/define/version-standing";

type VersionBadgeProps = {
  readonly version: ProgramVersionSummary;
  /** All there are, of every program. */
  readonly versions: readonly ProgramVersionSummary[];
  /** Business date. */
  readonly today: string;
};

/** What has become of a version. */
export function VersionBadge({ version, versions, today }: VersionBadgeProps) {
  const standing = versionStanding(version, ofSameProgram(version, versions), today);
  return (
    <Badge tone={TONES[standing]}>{standing === "coming" ? `In effect from ${formatDate(version.effectiveFrom ?? "")}` : WORDS[standing]}</Badge>
  );
}

export function ofSameProgram({ program }: ProgramVersionSummary, versions: readonly ProgramVersionSummary[]): readonly ProgramVersionSummary[] {
  return versions.filter((other) => other.program.key === program.key);
}

const TONES: Record<VersionStanding, Tone> = {
  draft: "warn",
  proposed: "accent",
  discarded: "neutral",
  coming: "good",
  in_effect: "good",
  replaced: "neutral",
};

const WORDS: Record<Exclude<VersionStanding, "coming">, string> = {
  draft: "Draft",
  proposed: "Proposed",
  discarded: "Discarded",
  in_effect: "In effect",
  replaced: "Replaced",
};
