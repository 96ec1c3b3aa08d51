import { randomBytes } from "node:crypto";
import type { CreateUser } from "@/lib/contracts/user";
import { Program } from "@/lib/domain/define/program";
import { atTheOffice, type FoundOrder } from "./office";
import type { Person } from "./people";

const REGIONS = "code,name\nharbor,Harbor\n";
const PRODUCTS =
  "sku,name,line_code,line_name,category_code,category_name\nSAW,Saw,hand,Hand tools,tools,Tools\nDRILL,Drill,power,Power tools,tools,Tools\n";
const PARTNERS = "code,name,region_code\nHT-1,Anchor Supply,harbor\nHT-2,Beacon Tools,harbor\nHT-3,Cove Hardware,harbor\n";
const POS = [
  "partner_code,sku,sale_date,units,net_amount,document",
  "HT-1,SAW,2025-01-15,1,500.00,A-1",
  "HT-2,SAW,2025-01-16,1,100.00,B-1",
  "HT-3,DRILL,2025-01-17,1,900.00,C-1",
  "",
].join("\n");

/** Ten dollars of sales are a point: registered, silver from 40 points, gold from 80. */
const PROGRAM = Program.parse({
  format: "tierline.program/1",
  name: "Harbor program",
  currency: "USD",
  fiscalCalendar: { kind: "months", startMonth: 1 },
  exchangeRates: [],
  scoreDecimals: 1,
  metrics: [
    {
      key: "sales",
      name: "Sales",
      unit: "money",
      betterWhen: "higher",
      source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } },
    },
  ],
  score: {
    kind: "group",
    key: "score",
    name: "Score",
    weight: 1,
    combine: "arithmetic",
    children: [
      {
        kind: "criterion",
        key: "sales_points",
        name: "Sales",
        weight: 1,
        metric: "sales",
        curve: { kind: "linear", zeroAt: 0, fullAt: 1000 },
        missing: { rule: "zero" },
      },
    ],
  },
  tiers: [
    { key: "registered", name: "Registered", requires: null },
    { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 40 } },
    { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 80 } },
  ],
  qualification: "highestMet",
  movement: { promoteAt: "everyRun", demoteAt: "everyRun", graceReviews: 0, maxStepsUp: null, maxStepsDown: null, holdMargin: 0, newPartners: null },
});

/** What a fund needs: silver is granted 100 a quarter, gold 300, and sales count as revenue. */
export const FUNDED: Partial<Program> = {
  entitlements: {
    benefits: [{ key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", outcome: "Pipeline", owner: "Marketing" }],
    grants: { registered: { mdf: null }, silver: { mdf: 100 }, gold: { mdf: 300 } },
  },
  funds: [{ benefit: "mdf", revenue: "sales", bounds: {} }],
};

const STAFF = { admin: "admin", manager: "channel_manager", colleague: "channel_manager", finance: "finance", controller: "finance" } as const;
const PASSWORD = "a password for tests only";

type Staff = keyof typeof STAFF;

export type Company<Who> = { readonly orgId: number; readonly name: string; readonly person: (who: Who) => Person };

/**
 * A manufacturer of a test's own, so that no other test sees what it changes. As of 2025-03-31, published unless `reviews` says
 * otherwise: Anchor Supply (HT-1) silver with 500.00, Beacon Tools (HT-2, `owner`) registered with 100.00, Cove Hardware (HT-3) gold
 * with 900.00. `rules` are what its program says besides.
 */
export function harborTools(reviews: readonly string[] = ["2025-03-31"], rules: Partial<Program> = {}): Promise<Company<Staff | "owner">> {
  const files: FoundOrder["files"] = [
    { kind: "regions", csv: REGIONS },
    { kind: "products", csv: PRODUCTS },
    { kind: "partners", csv: PARTNERS },
    { kind: "pos", csv: POS },
  ];
  return company((mark) => [...staff(mark), account("owner", mark, "partner", "HT-2")], { files, program: { ...PROGRAM, ...rules }, reviews });
}

/** A manufacturer that has nothing yet but its staff. */
export function newCompany(): Promise<Company<Staff>> {
  return company(staff, { files: [], program: null, reviews: [] });
}

async function company(peopleOf: (mark: string) => CreateUser[], holds: Pick<FoundOrder, "files" | "program" | "reviews">) {
  const mark = randomBytes(4).toString("hex");
  const name = `Harbor Tools ${mark}`;
  const people = peopleOf(mark);
  const { orgId } = await atTheOffice({ order: "found", name, people, ...holds });
  return {
    orgId,
    name,
    person: (who: string): Person => {
      const found = people.find(({ email }) => email.startsWith(`${who}@`));
      if (found === undefined) throw new Error(`Nobody at ${name} is its ${who}.`);
      return found;
    },
  };
}

function staff(mark: string): CreateUser[] {
  return (Object.keys(STAFF) as Staff[]).map((who) => account(who, mark, STAFF[who], null));
}

function account(who: string, mark: string, role: CreateUser["role"], partner: string | null): CreateUser {
  return { email: `${who}@${mark}.example`, name: `The ${who} of ${mark}`, role, partner, password: PASSWORD };
}
