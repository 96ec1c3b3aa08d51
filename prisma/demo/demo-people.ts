import type { CreateUser } from "@/lib/contracts/user";

type Person = Omit<CreateUser, "partner"> & { readonly who: string; readonly partner: string | null };

/** Who can sign in to the demo. The passwords are public: they belong to invented people and sample data. */
export const STAFF: readonly Person[] = [
  { who: "Administrator", email: "admin@adventureworks.example", name: "Ada Admin", role: "admin", partner: null, password: "demo-admin-2013" },
  {
    who: "Channel manager",
    email: "manager@adventureworks.example",
    name: "Max Manager",
    role: "channel_manager",
    partner: null,
    password: "demo-manager-2013",
  },
  {
    who: "Finance, who approves",
    email: "controller@adventureworks.example",
    name: "Cora Controller",
    role: "finance",
    partner: null,
    password: "demo-controller-2013",
  },
  { who: "Finance", email: "finance@adventureworks.example", name: "Fay Finance", role: "finance", partner: null, password: "demo-finance-2013" },
];

/** In the runs that the demo comes with, the first was just promoted and the second keeps its tier in grace. */
export const PARTNER_USERS: readonly Person[] = [
  {
    who: "Partner, Many Bikes",
    email: "owner@many-bikes.example",
    name: "Mia Many",
    role: "partner",
    partner: "AW00000061",
    password: "demo-partner-2013",
  },
  {
    who: "Partner, Outdoor Equip.",
    email: "owner@outdoor-equipment.example",
    name: "Otto Outdoor",
    role: "partner",
    partner: "AW00000072",
    password: "demo-partner-2013",
  },
];
