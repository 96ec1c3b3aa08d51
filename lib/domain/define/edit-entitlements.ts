import type { Benefit, Grant } from "./benefit";
import { shifted } from "./edit-score";
import { grantIn } from "./grant-in";
import type { Program } from "./program";

/** The program with a benefit at the end of its catalogue, granted to no tier. */
export function addBenefit(program: Program, benefit: Benefit): Program {
  const { benefits, grants } = program.entitlements ?? { benefits: [], grants: {} };
  const added = program.tiers.map(({ key }) => [key, { ...grants[key], [benefit.key]: null }]);
  return { ...program, entitlements: { benefits: [...benefits, benefit], grants: { ...grants, ...Object.fromEntries(added) } } };
}

/** The program with a benefit replaced by what `change` makes of it. What it grants stays as far as that can be granted still. */
export function editBenefit(program: Program, key: string, change: (benefit: Benefit) => Benefit): Program {
  const before = program.entitlements?.benefits.find((benefit) => benefit.key === key);
  if (program.entitlements === undefined || before === undefined) return program;
  const after = change(before);
  const benefits = program.entitlements.benefits.map((benefit) => (benefit === before ? after : benefit));
  const edited = { ...program, entitlements: { ...program.entitlements, benefits } };
  return isGrantedAlike(before, after) ? edited : withGrants(edited, key, (grant) => regranted(grant, before, after));
}

/** The program without a benefit, without what tiers are granted of it, and without the fund that pays it. */
export function removeBenefit(program: Program, key: string): Program {
  const { entitlements, funds, ...rest } = program;
  const benefits = entitlements?.benefits.filter((benefit) => benefit.key !== key) ?? [];
  const rows = Object.entries(entitlements?.grants ?? {});
  const grants = Object.fromEntries(rows.map(([tier, row]) => [tier, Object.fromEntries(Object.entries(row).filter(([other]) => other !== key))]));
  const left = funds?.filter(({ benefit }) => benefit !== key) ?? [];
  return { ...rest, ...(benefits.length > 0 && { entitlements: { benefits, grants } }), ...(left.length > 0 && { funds: left }) };
}

/** Up (−1) or down (+1) in the catalogue. */
export function shiftBenefit(program: Program, key: string, by: -1 | 1): Program {
  const { entitlements } = program;
  const from = entitlements?.benefits.findIndex((benefit) => benefit.key === key) ?? -1;
  const to = from + by;
  if (entitlements === undefined || from === -1 || to < 0 || to >= entitlements.benefits.length) return program;
  return { ...program, entitlements: { ...entitlements, benefits: shifted(entitlements.benefits, from, to) } };
}

/** The program with what a tier is granted of a benefit; null grants nothing. */
export function editGrant(program: Program, tier: string, benefit: string, grant: Grant): Program {
  const { entitlements } = program;
  if (entitlements === undefined) return program;
  const row = { ...entitlements.grants[tier], [benefit]: grant };
  return { ...program, entitlements: { ...entitlements, grants: { ...entitlements.grants, [tier]: row } } };
}

/** A cell of the matrix as its benefit can grant it; undefined where nothing is stated, or something that is no grant of the benefit. */
export function statedGrant({ entitlements }: Program, tier: string, benefit: Benefit): Grant | undefined {
  const grant = entitlements === undefined ? undefined : grantIn(entitlements.grants, tier, benefit.key);
  return grant !== undefined && isGrantOf(benefit, grant) ? grant : undefined;
}

/** The most that a tier is granted of a benefit, in the benefit's unit; null where no tier is granted a number. */
export function highestGrant({ tiers, entitlements }: Program, benefit: string): number | null {
  const grants = tiers.flatMap(({ key }) => {
    const grant = entitlements && grantIn(entitlements.grants, key, benefit);
    return typeof grant === "number" ? [grant] : [];
  });
  return grants.length === 0 ? null : Math.max(...grants);
}

/** How many cells of the matrix state nothing that their benefit can grant, as when a tier and a benefit are added by two people. */
export function unstatedGrants(program: Program): number {
  const benefits = program.entitlements?.benefits ?? [];
  return program.tiers.flatMap(({ key }) => benefits.filter((benefit) => statedGrant(program, key, benefit) === undefined)).length;
}

/** The program with every cell of the matrix stated, as nothing where it was not; what is stated of other tiers and benefits is gone. */
export function stateGrants(program: Program): Program {
  const { entitlements, tiers } = program;
  if (entitlements === undefined) return program;
  const { benefits } = entitlements;
  const rowOf = (tier: string) => Object.fromEntries(benefits.map((benefit) => [benefit.key, statedGrant(program, tier, benefit) ?? null]));
  return { ...program, entitlements: { benefits, grants: Object.fromEntries(tiers.map(({ key }) => [key, rowOf(key)])) } };
}

function isGrantOf(benefit: Benefit, grant: Grant): boolean {
  if (grant === null) return true;
  switch (benefit.type) {
    case "included":
      return grant === true;
    case "level":
      return benefit.levels.some(({ key }) => key === grant);
    case "amount":
    case "rate":
    case "time":
      return typeof grant === "number";
  }
}

/** Whether every grant of one is a grant of the other, and means the same. */
function isGrantedAlike(before: Benefit, after: Benefit): boolean {
  if (before.type !== "level" || after.type !== "level") return before.type === after.type;
  return before.levels.every(({ key }) => after.levels.some((level) => level.key === key));
}

/** Of a level that is gone the next lower one, or the lowest that is left; of another type nothing. */
function regranted(grant: Grant, before: Benefit, after: Benefit): Grant {
  if (before.type !== "level" || after.type !== "level" || grant === null) return null;
  const place = before.levels.findIndex(({ key }) => key === grant);
  const left = before.levels.slice(0, place + 1).findLast(({ key }) => after.levels.some((level) => level.key === key));
  return (left ?? after.levels[0])?.key ?? null;
}

function withGrants(program: Program, benefit: string, change: (grant: Grant) => Grant): Program {
  return program.tiers.reduce((edited, { key }) => {
    const grant = program.entitlements && grantIn(program.entitlements.grants, key, benefit);
    return grant === undefined ? edited : editGrant(edited, key, benefit, change(grant));
  }, program);
}
