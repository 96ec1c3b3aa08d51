import { ScoreTabs } from "@/components/score/score-tabs";
import { MissingInSection } from "@/components/shell/missing-in-section";
import { findActor } from "@/lib/auth/session";

const PLACES = [{ href: "/score/runs", label: "All runs" }] as const;

export default async function NotFound() {
  const reader = (await findActor())?.role === "partner" ? "partner" : "staff";
  return (
    <MissingInSection reader={reader} section="Score" what="run" places={PLACES}>
      <ScoreTabs current="runs" />
    </MissingInSection>
  );
}
