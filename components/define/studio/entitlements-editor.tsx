"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { addBenefit, stateGrants, unstatedGrants } from "@/lib/domain/define/edit-entitlements";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { BenefitEditor } from "./benefit-editor";
import { newBenefit } from "./benefit-of-type";
import { EditorFrame } from "./editor-frame";
import { FullNote } from "./full-note";
import { GrantList } from "./grant-list";
import { GrantMatrix } from "./grant-matrix";
import { useStudio } from "./studio-context";

/** What the tiers grant: every benefit in every tier, and the chosen benefit in full. */
export function EntitlementsEditor() {
  const { program, edit } = useStudio();
  const benefits = program.entitlements?.benefits ?? [];
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = benefits.find(({ key }) => key === wanted) ?? benefits[0];
  const unstated = unstatedGrants(program);

  function add() {
    const benefit = newBenefit(benefits);
    edit(addBenefit(program, benefit), "adding a benefit");
    setWanted(benefit.key);
  }

  return (
    <EditorFrame title="Entitlements" kind="Benefits" path="entitlements" hint="What each tier is granted. What is left empty grants nothing.">
      {unstated > 0 && (
        <Notice
          tone="warn"
          title={unstated === 1 ? "One cell states nothing" : `${unstated} cells state nothing`}
          action={<Button onClick={() => edit(stateGrants(program), "stating every grant")}>They grant nothing</Button>}
        >
          Type what is granted there, or say that it is nothing.
        </Notice>
      )}
      {chosen === undefined ? (
        <p className="text-sm text-muted">The tiers grant nothing yet.</p>
      ) : (
        <div className="@container">
          <div className="hidden @md:block">
            <GrantMatrix benefits={benefits} chosen={chosen.key} onChoose={setWanted} />
          </div>
          <div className="@md:hidden">
            <GrantList benefits={benefits} chosen={chosen} onChoose={setWanted} />
          </div>
        </div>
      )}
      <Button look="quiet" className="-mt-2 -ml-3" disabled={benefits.length >= LIMITS.benefits} onClick={add}>
        Add a benefit
      </Button>
      <FullNote count={benefits.length} most={LIMITS.benefits} what="benefits" />
      {chosen !== undefined && <BenefitEditor key={chosen.key} benefit={chosen} />}
    </EditorFrame>
  );
}
