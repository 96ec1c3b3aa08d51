import { Actor } from "@/lib/access/actor";
import type { Fund } from "@/lib/contracts/fund";
import { addDays } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { type Minor, toMinor } from "@/lib/domain/shared/money";
import { adjustAllocation } from "@/lib/services/entitle/adjust-allocation";
import { approveFund } from "@/lib/services/entitle/approve-fund";
import { getFund } from "@/lib/services/entitle/get-fund";
import { listFunds } from "@/lib/services/entitle/list-funds";
import { proposeFund } from "@/lib/services/entitle/propose-fund";
import { submitFund } from "@/lib/services/entitle/submit-fund";

const BENEFIT = "mdf";
/** Nobody of the organization did it, and whoever reads the history sees so. */
const PREPARER = "Sample data: finance";
const APPROVER = "Sample data: controller";

/** Made up, as AdventureWorks has no such budgets: a quarter more than what the tiers are granted, in whole thousands of dollars. */
function budgetFor(promised: Minor): Minor {
  return toMinor(Math.ceil((promised * 1.25) / 100_000) * 100_000);
}

/** Whether there is a fund, or the program, made by an earlier load, shares none. */
export async function hasFunds(actor: Actor): Promise<boolean> {
  const { items, start } = await listFunds(actor, {});
  return items.length > 0 || start?.benefits.length === 0;
}

/** The fund of the quarter after a review, or undefined. */
async function fundAfter(actor: Actor, review: IsoDate): Promise<Fund | undefined> {
  const { items } = await listFunds(actor, {});
  return items.find(({ benefit, period }) => benefit.code === BENEFIT && period.from === addDays(review, 1));
}

/** Sets the budget of the quarter after a review, where the program shares one and none is set. */
async function propose(actor: Actor, review: IsoDate): Promise<Fund | undefined> {
  const { start } = await listFunds(actor, {});
  const offer = start?.benefits.find(({ benefit }) => benefit.code === BENEFIT);
  return offer && proposeFund(actor, { benefit: BENEFIT, periodFrom: addDays(review, 1), budget: budgetFor(offer.promised) });
}

/** The fund of a quarter that is past: as proposed, and approved by another. What an earlier load began is finished. */
export async function approveQuarterAfter(orgId: number, review: IsoDate): Promise<void> {
  const preparer = Actor.system(orgId, PREPARER);
  const fund = (await fundAfter(preparer, review)) ?? (await propose(preparer, review));
  if (fund === undefined || fund.status === "approved") return;
  const { number, revision } = fund.status === "draft" ? await submitFund(preparer, { fund: fund.number, revision: fund.revision }) : fund;
  await approveFund(Actor.system(orgId, APPROVER), { fund: number, revision });
}

/** The fund of the quarter to come: a draft on which finance is at work, and has taken from one partner for another. */
export async function prepareQuarterAfter(orgId: number, review: IsoDate): Promise<void> {
  const preparer = Actor.system(orgId, PREPARER);
  if ((await fundAfter(preparer, review)) !== undefined) return;
  const fund = await propose(preparer, review);
  if (fund === undefined) return;
  const { rows } = await getFund(preparer, { fund: fund.number });
  const [most, next] = rows;
  if (most === undefined || next === undefined) return;
  const moved = 150_000;
  const adjust = ({ partner, amount, revision }: typeof most, by: number, reason: string) =>
    adjustAllocation(preparer, { fund: fund.number, partner: partner.code, amount: amount + by, reason, revision });
  await adjust(most, -moved, "Did not use last quarter's funds in full");
  await adjust(next, moved - 50_000, "Opens a second shop in January");
}
