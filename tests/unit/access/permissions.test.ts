import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { Actor } from "@/lib/access/actor";
import { PERMISSIONS, Permission, type Role } from "@/lib/access/permissions";
import type { Service } from "@/lib/services/define-service";

const ROLES = ["admin", "channel_manager", "finance", "partner"] as const satisfies readonly Role[];

// The access policy as agreed, written out a second time: a change of either has to be a change of both.
const AGREED = `
                    admin  channel_manager  finance  partner
  organization.read all    all              all      own
  home.read         all    all              all      none
  standings.read    all    all              all      none
  scorecard.read    all    all              all      own
  facts.read        all    all              all      own
  partner.read      all    all              all      none
  program.read      all    all              all      none
  program.write     all    all              none     none
  program.comment   all    all              all      none
  program.approve   all    all              none     none
  run.read          all    all              all      none
  run.evaluate      all    all              none     none
  run.publish       all    all              none     none
  override.write    all    all              none     none
  fund.read         all    all              all      none
  fund.allocate     all    none             all      none
  fund.approve      all    none             all      none
  allocation.read   all    all              all      own
  kpi.read          all    all              all      none
  coverage.read     all    all              all      none
  import.read       all    all              all      none
  import.write      all    all              none     none
  metric.read       all    all              all      none
  metric.write      all    all              none     none
  region.manage     all    all              none     none
  organization.manage all  none             none     none
  sample.manage     all    none             none     none
  token.manage      all    none             none     none
  user.manage       all    none             none     none
  audit.read        all    none             all      none`;

const CELLS = AGREED.trim()
  .split("\n")
  .slice(1)
  .flatMap((line) => {
    const [permission, ...reaches] = line.trim().split(/\s+/);
    return ROLES.map((role, column) => ({ permission: Permission.parse(permission), role, reach: reaches[column] }));
  });

function actorOf(role: Role): Actor {
  return Actor.fromUserRow({ id: 1, orgId: 7, name: "Someone", role, partnerId: role === "partner" ? 3 : null });
}

test("the agreed table names every permission there is", () => {
  expect(new Set(CELLS.map(({ permission }) => permission))).toEqual(new Set(Object.keys(PERMISSIONS)));
});

describe.each(CELLS)("$permission for $role", ({ permission, role, reach }) => {
  test(`reaches ${reach}`, () => {
    const actor = actorOf(role);
    expect(actor.reach(permission)).toBe(reach);
    if (reach === "none") expect(() => actor.authorize(permission)).toThrow(expect.objectContaining({ code: "forbidden" }));
    else expect(actor.authorize(permission)).toEqual({ orgId: 7, partnerId: reach === "own" ? 3 : null });
  });

  test("is lost by a token without that scope", () => {
    const scopes = Permission.options.filter((other) => other !== permission);
    const token = Actor.fromTokenRow({ id: 1, name: "t", scopes }, { id: 1, orgId: 7, role, partnerId: role === "partner" ? 3 : null });
    expect(() => token.authorize(permission)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});

test("a partner user without a partner, or staff with one, is no actor", () => {
  expect(() => Actor.fromUserRow({ id: 1, orgId: 7, name: "x", role: "partner", partnerId: null })).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  expect(() => Actor.fromUserRow({ id: 1, orgId: 7, name: "x", role: "finance", partnerId: 3 })).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});

const SERVICES = await loadServices();

test("there are services to look at", () => {
  expect(SERVICES.length).toBeGreaterThan(20);
});

describe.each(SERVICES)("$name", ({ service }) => {
  test("asks for a permission of the table", () => {
    expect(Permission.options).toContain(service.service.permission);
  });

  test.each(ROLES)("lets in %s exactly as the table says, before it looks at the input", async (role) => {
    const outcome = service(actorOf(role), { "no such member": true });
    const code = PERMISSIONS[service.service.permission][role] === "none" ? "forbidden" : "invalid_input";
    await expect(outcome).rejects.toMatchObject({ code });
  });
});

type AnyService = Service<z.ZodType, unknown>;

async function loadServices(): Promise<{ name: string; service: AnyService }[]> {
  const folder = path.resolve("lib/services");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const found: { name: string; service: AnyService }[] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(path.join(folder, file));
    for (const [name, value] of Object.entries(module)) if (isService(value)) found.push({ name, service: value });
  }
  return found;
}

function isService(value: unknown): value is AnyService {
  return typeof value === "function" && "service" in value;
}
