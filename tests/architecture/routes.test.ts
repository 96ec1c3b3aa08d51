// Every door to the application checks who comes in: a route handler through route(), a page through requireActor().
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, sourceFiles } from "./source-files";

const appExists = existsSync(path.join(projectRoot, "app"));
const files = sourceFiles("app");
const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");

/** Not ours to wrap, or answered to anybody. */
const OPEN_ROUTES = [path.join("app", "api", "auth", "[...nextauth]", "route.ts")];

describe("route handlers", () => {
  const routes = files.filter((file) => path.basename(file) === "route.ts" && !OPEN_ROUTES.includes(file));

  test("exist once there is an application", () => {
    expect(routes.length > 0).toBe(appExists);
  });

  test.each(routes)("%s exports only what route() made", (file) => {
    const exports = [...read(file).matchAll(/^export\s+(?!type\b)(.*)$/gm)].map(([, declaration]) => declaration ?? "");
    expect(exports).not.toEqual([]);
    expect(exports.filter((declaration) => !/^const (GET|HEAD|POST|PUT|PATCH|DELETE) = route\(/.test(declaration))).toEqual([]);
  });
});

describe("pages", () => {
  const pages = files.filter((file) => /^app[\\/]\((workspace|partner)\)[\\/].*page\.tsx$/.test(file));

  test("exist once there is an application", () => {
    expect(pages.length > 0).toBe(appExists);
  });

  test.each(pages)("%s asks who is there", (file) => {
    expect(read(file)).toMatch(/\bawait requireActor\(/);
  });
});
