import { encode } from "next-auth/jwt";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { Actor } from "@/lib/access/actor";
import type { Permission, Role } from "@/lib/access/permissions";
import { closeDatabase } from "@/lib/db/client";
import { createOrganization } from "@/lib/db/organizations";
import { createToken } from "@/lib/services/settings/create-token";
import { createTestDatabase, type TestDatabase } from "../../support/database";

export const ORIGIN = "http://localhost:3000";
export const SECRET = "a secret of thirty-two characters";

/** A user's row as tests know it; `passwordHash` matches no password unless given. */
export type TestUser = { readonly id: number; readonly orgId: number; readonly email: string; readonly role: Role };
export type TestOrganization = Awaited<ReturnType<typeof found>>;

/** A database for one test file, in which each test founds organizations of its own. */
export function accessDatabase() {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.appUrl;
    process.env.NEXTAUTH_URL = ORIGIN;
    process.env.NEXTAUTH_SECRET = SECRET;
    process.env.LOG_LEVEL = "error";
    owner = await connect(database.ownerUrl);
  });
  afterAll(async () => {
    await owner.end();
    await closeDatabase();
    await database.drop();
  });
  return {
    appUrl: () => database.appUrl,
    ownerUrl: () => database.ownerUrl,
    found,
  };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  return client;
}

/** An organization with the partners P1 and P2. */
async function found(name: string) {
  const orgId = await createOrganization({ name, currency: "USD", fiscalStartMonth: 1, timeZone: "UTC", isDemo: false });
  const [region] = await sql<{ id: number }>(orgId, "insert into region (org_id, code, name) values ($1, 'north', 'North') returning id", [orgId]);
  const partners = await sql<{ id: number; code: string }>(
    orgId,
    "insert into partner (org_id, code, name, region_id, attributes) values ($1, 'P1', 'Partner One', $2, '{}'), ($1, 'P2', 'Partner 100%', $2, '{}') returning id, code",
    [orgId, region?.id],
  );
  const partnerId = partners.find(({ code }) => code === "P1")?.id ?? Number.NaN;
  return {
    orgId,
    partnerId,
    /** SQL as the application's role within this organization, each call its own transaction. */
    sql: <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => sql<Row>(orgId, text, values),
    async user(role: Role, email = `${role}@${name.toLowerCase().replace(/\W+/g, "-")}.example`, passwordHash = "none"): Promise<TestUser> {
      const [row] = await sql<{ id: number }>(
        orgId,
        "insert into app_user (org_id, email, name, role, partner_id, password_hash) values ($1, $2, $3, $4, $5, $6) returning id",
        [orgId, email, `The ${role}`, role, role === "partner" ? partnerId : null, passwordHash],
      );
      return { id: row?.id ?? Number.NaN, orgId, email, role };
    },
    actor: ({ id, role }: TestUser) => Actor.fromUserRow({ id, orgId, name: `The ${role}`, role, partnerId: role === "partner" ? partnerId : null }),
    async token(owner: TestUser, scopes: readonly Permission[]): Promise<{ id: number; token: string }> {
      return createToken(Actor.system(orgId, "test"), { name: "a token", scopes: [...scopes], owner: owner.email });
    },
    audit: () =>
      sql<{ action: string; target: string; actorId: string }>(
        orgId,
        `select action, target, actor_id as "actorId" from audit_event where org_id = $1 order by seq`,
        [orgId],
      ),
  };
}

async function sql<Row extends pg.QueryResultRow>(orgId: number, text: string, values: unknown[] = []): Promise<Row[]> {
  const url = process.env.DATABASE_URL;
  if (url === undefined) throw new Error("the test database is not there yet");
  const client = await connect(url);
  try {
    await client.query("select set_config('app.org_id', $1, false)", [String(orgId)]);
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The cookie header of somebody who signed in at `at`. */
export async function cookieOf(user: Pick<TestUser, "id" | "orgId">, { at = Date.now(), secret = SECRET } = {}): Promise<string> {
  const value = await encode({ token: { sub: String(user.id), org: user.orgId, at }, secret, maxAge: 12 * 60 * 60 });
  return `other=1; tierline-session=${value}`;
}

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
};
type Handler = (request: Request, context: { params: Promise<Record<string, string> | undefined> }) => Promise<Response>;

/** Calls a route handler as Next does. */
export async function send(
  handler: Handler,
  { method = "GET", path = "/api/v1/any", params, headers = {}, body }: Sent = {},
): Promise<{ status: number; json: unknown; headers: Headers }> {
  const request = new Request(`${ORIGIN}${path}`, { method, headers, ...(body !== undefined && { body, duplex: "half" }) });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, json: await response.json(), headers: response.headers };
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
