"use client";

import type { Benefit } from "@/lib/domain/define/benefit";
import { highestGrant } from "@/lib/domain/define/edit-entitlements";
import { minorDigits } from "@/lib/domain/shared/money";
import { unitOfGrant } from "./benefit-words";
import { CheckInput } from "./fields";
import { NumberInput } from "./number-input";
import { RateInput } from "./rate-input";
import { useStudio } from "./studio-context";

type Counted = Exclude<Benefit, { type: "level" | "included" }>;
type GrantLimitsProps = {
  readonly benefit: Counted;
  readonly onChange: (limits: Counted["limits"], continues: boolean) => void;
};

/** The least and the most that the matrix may grant, in the benefit's own unit. */
export function GrantLimits({ benefit, onChange }: GrantLimitsProps) {
  const { program, settle } = useStudio();
  const { limits } = benefit;
  const Input = benefit.type === "rate" ? RateInput : NumberInput;
  const rules = {
    ...{ min: 0, suffix: unitOfGrant(benefit, program.currency), onSettle: settle },
    ...(benefit.type === "amount" && { decimals: minorDigits(program.currency) }),
  };
  return (
    <div className="space-y-3">
      <CheckInput
        label="No tier may be granted less or more than this"
        checked={limits !== undefined}
        onChange={(isOn) => onChange(isOn ? { least: 0, most: highestGrant(program, benefit.key) ?? 1000 } : undefined, false)}
      />
      {limits !== undefined && (
        <div className="grid gap-3 pl-6 @sm:grid-cols-2">
          <Input label="At least" value={limits.least} onChange={(least) => onChange({ ...limits, least }, true)} {...rules} />
          <Input label="At most" value={limits.most} onChange={(most) => onChange({ ...limits, most }, true)} {...rules} />
        </div>
      )}
    </div>
  );
}
