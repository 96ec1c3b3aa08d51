import { expect, test } from "vitest";
import { today } from "@/lib/clock";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import { createOverride } from "@/lib/services/score/create-override";
import { endOverride } from "@/lib/services/score/end-override";
import { program } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const GOLD = { partner: "C", tier: "gold", reason: "strategic account", expires: addMonths(today("UTC"), 12) } as const;
const SILVER = { ...GOLD, tier: "silver", reason: "a smaller account now" } as const;

test("an override takes the place of the one that was seen, and of no other", async () => {
  const org = await database.organization("seen", [{ code: "C" }]);
  await org.publishProgram(program());
  const admin = org.staff("admin");
  const stored = async () => {
    const { rows } = await org.sql(
      `select (select jsonb_agg(to_jsonb(o) order by o.number) from tier_override o) as overrides, (select count(*)::int from audit_event) as events,
         (select value from org_counter where name = 'override') as number`,
    );
    return rows[0];
  };
  const refused = async (replaces: number | null, words: string) => {
    const before = await stored();
    const problem = { code: "conflict", details: { reason: "changed" }, message: expect.stringContaining(words) };
    await expect(createOverride(admin, { ...SILVER, replaces })).rejects.toMatchObject(problem);
    expect(await stored()).toEqual(before);
  };

  await createOverride(org.manager, { ...GOLD, replaces: null });
  await refused(null, "The channel_manager has set the partner's tier by hand since you looked: override 1");
  await createOverride(org.manager, { ...GOLD, replaces: 1 });
  await refused(1, "since you looked: override 2");
  await endOverride(org.manager, { override: 2, reason: "the account left" });
  await refused(2, "has ended since you looked");
  expect(await createOverride(admin, { ...SILVER, replaces: null })).toMatchObject({ number: 3, replaced: null });
});
