/** Where a line of code stands, the line, and whether the linter must refuse it there. */
export type LintCase = { readonly rule: string; readonly file: string; readonly source: string; readonly refused: boolean };

const refused = (rule: string, file: string, source: string): LintCase => ({ rule, file, source, refused: true });
const allowed = (rule: string, file: string, source: string): LintCase => ({ rule, file, source, refused: false });

export const LINT_CASES: readonly LintCase[] = [
  allowed(
    "the domain imports zod and itself",
    "lib/domain/score/pure.ts",
    'import { z } from "zod";\nimport type { Cents } from "../shared/money";\nexport const S = z.object({});\nexport type T = Cents;',
  ),
  refused(
    "the domain does not import the database by alias",
    "lib/domain/score/db-alias.ts",
    'import { db } from "@/lib/db/client";\nexport const a = db;',
  ),
  refused(
    "the domain does not import the database by path",
    "lib/domain/score/db-path.ts",
    'import { db } from "../../db/client";\nexport const a = db;',
  ),
  allowed(
    "a folder within a stage of the domain imports the domain",
    "lib/domain/score/path/pure.ts",
    'import { z } from "zod";\nimport type { Cents } from "../../shared/money";\nexport const S = z.object({});\nexport type T = Cents;',
  ),
  refused(
    "a folder within a stage of the domain does not import the database by path",
    "lib/domain/score/path/db-path.ts",
    'import { db } from "../../../db/client";\nexport const a = db;',
  ),
  refused(
    "a folder within a stage of the domain does not import the database by alias",
    "lib/domain/score/path/db-alias.ts",
    'import { db } from "@/lib/db/client";\nexport const a = db;',
  ),
  refused("a folder within a stage of the domain does not read the clock", "lib/domain/score/path/clock.ts", "export const a = () => new Date();"),
  refused("the domain does not import Node", "lib/domain/score/node.ts", 'import fs from "node:fs";\nexport const a = fs;'),
  refused("the domain does not import other packages", "lib/domain/score/package.ts", 'import pg from "pg";\nexport const a = pg;'),
  refused("the domain does not re-export what it may not import", "lib/domain/score/re-export.ts", 'export { db } from "@/lib/db/client";'),
  refused(
    "the domain does not import later what it may not import",
    "lib/domain/score/later.ts",
    'export const a = () => import("@/lib/db/client");',
  ),
  refused("the domain does not read the clock", "lib/domain/score/clock.ts", "export const a = () => new Date();"),
  refused("the domain does not read the environment", "lib/domain/score/environment.ts", "export const a = () => process.argv;"),
  refused(
    "the domain does not call out",
    "lib/domain/score/calls.ts",
    'export const a = () => fetch("https://example.com").then((answer) => answer.text());',
  ),
  refused("the domain does not log", "lib/domain/score/logs.ts", 'export const a = () => console.error("no");'),
  refused("the domain has no randomness", "lib/domain/score/random.ts", "export const a = () => Math.random();"),
  refused("the domain has no random ids", "lib/domain/score/random-id.ts", "export const a = () => crypto.randomUUID();"),
  refused("the domain rounds in one place", "lib/domain/score/round.ts", "export const a = (x: number) => Math.round(x);"),
  refused("a service does not round", "lib/services/score/round.ts", "export const a = (x: number) => x.toFixed(2);"),
  refused("a component does not round", "components/score/round.tsx", "export const a = (x: number) => Math.ceil(x);"),
  allowed("rounding lives in lib/domain/shared", "lib/domain/shared/round-here.ts", "export const a = (x: number) => Math.round(x);"),
  allowed("formatting lives in components/format", "components/format/show.ts", "export const a = (x: number) => x.toFixed(2);"),
  allowed("an index is no value and may be truncated", "lib/domain/score/middle.ts", "export const a = (x: number) => Math.floor(x / 2);"),

  refused(
    "SQL is never put together from text",
    "lib/db/metrics/unsafe.ts",
    'export const a = (db: { $queryRawUnsafe(s: string): void }) => db.$queryRawUnsafe("select 1");',
  ),
  refused(
    "SQL is never put together from text, whatever rows it is said to give",
    "lib/db/metrics/unsafe-typed.ts",
    'export const a = (db: { $queryRawUnsafe<T>(s: string): T }) => db.$queryRawUnsafe<number[]>("select 1");',
  ),
  refused(
    "SQL is never put together from text through a chain",
    "lib/db/metrics/unsafe-chain.ts",
    'export const a = (db?: { $executeRawUnsafe(s: string): void }) => db?.$executeRawUnsafe("select 1");',
  ),
  allowed(
    "SQL is a tagged template",
    "lib/db/metrics/safe.ts",
    "export const a = (db: { $queryRaw(s: TemplateStringsArray): void }) => db.$queryRaw`select 1`;",
  ),
  allowed("the database layer knows the driver", "lib/db/driver.ts", 'import pg from "pg";\nexport const a = pg;'),
  refused("the database layer does not know services", "lib/db/upward.ts", 'import { a } from "@/lib/services/score/a";\nexport const b = a;'),
  refused("the database layer does not know Next", "lib/db/next.ts", 'import { headers } from "next/headers";\nexport const a = headers;'),

  refused(
    "a service does not answer HTTP",
    "lib/services/score/http.ts",
    'import { NextResponse } from "next/server";\nexport const a = NextResponse;',
  ),
  refused("a service does not know React", "lib/services/score/react.ts", 'import { cache } from "react";\nexport const a = cache;'),
  refused(
    "a service does not read the session",
    "lib/services/score/session.ts",
    'import { requireActor } from "@/lib/auth/session";\nexport const a = requireActor;',
  ),
  refused(
    "a service does not open the database by alias",
    "lib/services/score/db-alias.ts",
    'import { prisma } from "@/lib/db/client";\nexport const a = prisma;',
  ),
  refused(
    "a service does not open the database by path",
    "lib/services/score/db-path.ts",
    'import { inScope } from "../../db/scoped";\nexport const a = inScope;',
  ),
  refused("a service does not open the database later", "lib/services/score/db-later.ts", 'export const a = () => import("@/lib/db/scoped");'),
  refused(
    "a service does not know Prisma",
    "lib/services/score/prisma.ts",
    'import { PrismaPg } from "@prisma/adapter-pg";\nexport const a = PrismaPg;',
  ),
  refused("a service does not know the driver", "lib/services/score/driver.ts", 'import pg from "pg";\nexport const a = pg;'),
  allowed(
    "a service names the types of rows",
    "lib/services/score/rows.ts",
    'import type { ScopedDb } from "@/lib/db/scoped";\nexport type A = ScopedDb;',
  ),
  allowed(
    "define-service opens the database",
    "lib/services/define-service.ts",
    'import { inScope } from "@/lib/db/scoped";\nexport const a = inScope;',
  ),
  refused(
    "define-service does not answer HTTP either",
    "lib/services/define-service.ts",
    'import { NextResponse } from "next/server";\nexport const a = NextResponse;',
  ),

  refused(
    "a page does not read the database",
    "app/(workspace)/score/db/page.tsx",
    'import { partners } from "@/lib/db/partners";\nexport default function Page() {\n  return <b>{String(partners)}</b>;\n}',
  ),
  refused(
    "a page does not read files",
    "app/(workspace)/score/import/page.tsx",
    'import { readRows } from "@/lib/import/read-rows";\nexport default function Page() {\n  return <b>{String(readRows)}</b>;\n}',
  ),
  allowed(
    "a page calls a service",
    "app/(workspace)/score/service/page.tsx",
    'import { getScorecard } from "@/lib/services/score/get-scorecard";\nexport default function Page() {\n  return <b>{String(getScorecard)}</b>;\n}',
  ),
  refused("the proxy does not read the database", "proxy.ts", 'import { prisma } from "@/lib/db/client";\nexport const proxy = prisma;'),

  refused(
    "a component does not call a service",
    "components/charts/service.tsx",
    'import { getScorecard } from "@/lib/services/score/get-scorecard";\nexport const a = getScorecard;',
  ),
  refused("a component does not climb out by path", "components/charts/climbs.tsx", 'import { now } from "../../lib/clock";\nexport const a = now;'),
  refused("a component takes no package that nobody decided on", "components/charts/package.tsx", 'import pg from "pg";\nexport const a = pg;'),
  allowed(
    "a component names a contract",
    "components/charts/contract.tsx",
    'import type { Scorecard } from "@/lib/contracts/scorecard";\nexport type A = Scorecard;',
  ),
  allowed("a component links", "components/ui/link.tsx", 'import Link from "next/link";\nexport const a = Link;'),

  refused("a contract does not know the database", "lib/contracts/db.ts", 'import { db } from "@/lib/db/x";\nexport const a = db;'),
  refused("access does not know the database", "lib/access/db.ts", 'import { db } from "@/lib/db/x";\nexport const a = db;'),
  refused("import does not know the database", "lib/import/kinds/db.ts", 'import { db } from "@/lib/db/x";\nexport const a = db;'),
  refused("import does not open files", "lib/import/files.ts", 'import fs from "node:fs";\nexport const a = fs;'),
  allowed(
    "import reads CSV from a stream",
    "lib/import/stream.ts",
    'import { pipeline } from "node:stream/promises";\nimport { parse } from "csv-parse";\nexport const a = { pipeline, parse };',
  ),
  refused("only lib/db and lib/jobs know the queue", "lib/http/queue.ts", 'import { PgBoss } from "pg-boss";\nexport const a = PgBoss;'),
  allowed("a job knows the queue", "lib/jobs/queue.ts", 'import { PgBoss } from "pg-boss";\nexport const a = PgBoss;'),
  refused("a job does not know the driver", "lib/jobs/driver.ts", 'import pg from "pg";\nexport const a = pg;'),

  refused("the environment is read in one place", "lib/services/score/environment.ts", "export const a = process.env.X;"),
  allowed("the environment is read in lib/env.ts", "lib/env.ts", "export const a = process.env.X;"),
  refused("nobody logs to the console", "lib/http/console.ts", 'export const a = () => console.log("no");'),
  allowed("a script talks on the console", "scripts/talks.ts", 'export const a = () => console.log("yes");'),

  refused(
    "a service does not make an Actor",
    "lib/services/score/actor.ts",
    'import { Actor } from "@/lib/access/actor";\nexport const a = Actor.system({ orgId: 1 });',
  ),
  refused(
    "a page does not make an Actor",
    "app/actor/page.tsx",
    'import { Actor } from "@/lib/access/actor";\nexport default function Page() {\n  return <b>{String(Actor.fromTokenRow({}, {}))}</b>;\n}',
  ),
  allowed(
    "lib/auth makes the Actor from the user row",
    "lib/auth/made.ts",
    'import { Actor } from "@/lib/access/actor";\nexport const a = Actor.fromUserRow({ id: 1 });',
  ),
  allowed(
    "a service takes an Actor",
    "lib/services/score/takes-actor.ts",
    'import type { Actor } from "@/lib/access/actor";\nexport const a = (x: Actor) => x.id;',
  ),

  refused("file names are kebab-case", "lib/services/score/BadName.ts", "export const a = 1;"),
  refused("there are no default exports outside app", "lib/services/score/default.ts", "export default 1;"),
  refused("there are no barrel files", "lib/services/score/barrel.ts", 'export * from "./a";\nexport * from "./b";'),
  refused("there is no any", "lib/services/score/any.ts", "export const a = (x: any) => x;"),
  refused(
    "a test is not skipped",
    "tests/unit/skipped.test.ts",
    'import { expect, test } from "vitest";\ntest.skip("later", () => {\n  expect(1).toBe(2);\n});',
  ),
  refused(
    "a promise is not forgotten",
    "lib/services/score/forgotten.ts",
    "async function work(): Promise<void> {}\nexport function a(): void {\n  work();\n}",
  ),
  refused(
    "modules do not import each other in a circle",
    "lib/domain/score/circle-a.ts",
    'import { b } from "./circle-b";\nexport const a = () => b;',
  ),
  refused("nor from the other side", "lib/domain/score/circle-b.ts", 'import { a } from "./circle-a";\nexport const b = () => a;'),
];
