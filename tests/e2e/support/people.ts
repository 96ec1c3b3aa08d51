import { PARTNER_USERS, STAFF } from "@/prisma/demo/demo-people";

export type Person = { readonly email: string; readonly password: string; readonly name: string };

const demo = (email: string) => {
  const found = [...STAFF, ...PARTNER_USERS].find((person) => person.email === email);
  if (found === undefined) throw new Error(`The demo has no account ${email}.`);
  return found;
};

/** The demo organization's people: for journeys that read. */
export const ADMIN = demo("admin@adventureworks.example");
export const MANAGER = demo("manager@adventureworks.example");
export const FINANCE = demo("finance@adventureworks.example");
export const PARTNER = demo("owner@many-bikes.example");
export const OTHER_PARTNER = demo("owner@outdoor-equipment.example");
