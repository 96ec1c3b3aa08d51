// Every door to the application checks who comes in: a route handler through route() or accessRoute(), a page through requireActor().
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, sourceFiles } from "./source-files";

const appExists = existsSync(path.join(projectRoot, "app"));
const files = sourceFiles("app").map((file) => file.split(path.sep).join("/"));
const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");

/** Answered to anybody: signing in, whether the server is up, the description of the API, that a path is not in it, and outlines of countries. None of them holds data. */
const OPEN = new Set([
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/live/route.ts",
  "app/api/health/ready/route.ts",
  "app/api/v1/[...path]/route.ts",
  "app/api/v1/openapi.json/route.ts",
  "app/maps/[map]/route.ts",
]);

/** Prove who somebody is, and sign them in. Each takes forms of our own pages only. */
const ACCESS = new Set(["app/api/access/invitation/route.ts", "app/api/access/password/route.ts", "app/api/access/sign-up/route.ts"]);

/** For whoever is not signed in. They hold no more than the link they were opened with. */
const PUBLIC_PAGES = ["app/(public)/invitation/[token]/page.tsx", "app/(public)/sign-up/page.tsx"];

const SEGMENT_SETTING = /^const (dynamic|maxDuration) = /;
const ROUTE = /^const (GET|HEAD|POST|PUT|PATCH|DELETE) = route\(/;
const ACCESS_ROUTE = /^const POST = accessRoute\(/;

describe("route handlers", () => {
  const routes = files.filter((file) => path.basename(file) === "route.ts" && !OPEN.has(file));

  test("exist once there is an application", () => {
    expect(routes.length > 0).toBe(appExists);
  });

  test.each(routes)("%s exports only what route() or accessRoute() made", (file) => {
    const exports = [...read(file).matchAll(/^export\s+(?!type\b)(.*)$/gm)].map(([, declaration]) => declaration ?? "");
    const handlers = exports.filter((declaration) => !SEGMENT_SETTING.test(declaration));
    expect(handlers).not.toEqual([]);
    const made = ACCESS.has(file) ? ACCESS_ROUTE : ROUTE;
    expect(handlers.filter((declaration) => !made.test(declaration))).toEqual([]);
  });
});

describe("pages", () => {
  const pages = files.filter((file) => /^app\/\((workspace|partner)\)\/(.*\/)?page\.tsx$/.test(file));

  test("exist once there is an application", () => {
    expect(pages.length > 0).toBe(appExists);
  });

  test.each(pages)("%s asks who is there", (file) => {
    expect(read(file)).toMatch(/\bawait requireActor\(/);
  });

  test("are open to those who are not signed in only where this test says so", () => {
    expect(files.filter((file) => file.startsWith("app/(public)/") && file.endsWith("page.tsx")).sort()).toEqual(PUBLIC_PAGES);
  });
});

test("there are no server actions: each would be one more public door", () => {
  const actions = ["app", "components", "lib"].flatMap(sourceFiles).filter((file) => /^\s*["']use server["']/m.test(read(file)));
  expect(actions).toEqual([]);
});
