// The layers once more, on resolved paths: what a pattern on the written specifier cannot see is a relative path that climbs
// out of its layer.
import path from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files";

const BASE = ["clock", "env", "errors", "log"];

/** What each layer may import, besides itself. `app` and `components` aside, a layer is a folder or a file of lib. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  env: [],
  clock: ["domain"],
  log: ["clock", "env"],
  mail: ["env", "log"],
  access: ["domain", "errors"],
  contracts: ["domain", "access", "errors"],
  import: ["domain", "errors"],
  db: ["domain", "contracts", "access", "import", ...BASE],
  auth: ["domain", "contracts", "access", "db", ...BASE],
  services: ["domain", "contracts", "access", "import", "db", "auth", "mail", ...BASE],
  jobs: ["domain", "contracts", "access", "import", "db", "services", ...BASE],
  http: ["domain", "contracts", "access", "db", "auth", "services", ...BASE],
  components: ["domain", "contracts"],
  app: ["domain", "contracts", "access", "auth", "services", "http", "components", ...BASE],
};

/** The layer a file belongs to, or null outside the application: lib/db/client.ts -> db, lib/env.ts -> env, app/page.tsx -> app. */
function layerOf(file: string): string | null {
  const [top, second] = file.split(path.sep);
  if (top === "lib") return second?.replace(/\.ts$/, "") ?? null;
  return top === "app" || top === "components" ? top : null;
}

function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return path.normalize(specifier.slice(2));
  return specifier.startsWith(".") ? path.join(path.dirname(file), specifier) : null;
}

const files = ["lib", "app", "components"].flatMap(sourceFiles);

describe("layers", () => {
  test("every folder of lib has its place among the layers", () => {
    const unknown = files.map(layerOf).filter((layer) => layer !== null && MAY_IMPORT[layer] === undefined);
    expect([...new Set(unknown)]).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(MAY_IMPORT))("%s imports nothing but itself and [%s]", (layer, allowed) => {
    const trespasses = files
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        importsOf(file).flatMap(({ specifier }) => {
          const target = resolve(file, specifier);
          if (target === null || specifier.endsWith(".css")) return [];
          const into = layerOf(target);
          return into === layer || (into !== null && allowed.includes(into)) ? [] : [`${file} -> ${specifier}`];
        }),
      );
    expect(trespasses).toEqual([]);
  });
});
