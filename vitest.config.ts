import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const setupFiles = ["tests/support/fail-on-console.ts"];

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Outside a React server it throws on import, and tests are outside.
      "server-only": path.join(root, "tests/support/server-only.ts"),
    },
  },
  test: {
    allowOnly: false,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts", "tests/golden/**/*.test.ts"], setupFiles } },
      { extends: true, test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], testTimeout: 30_000, setupFiles } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The whole application as its users start it; minutes, not seconds.
      { extends: true, test: { name: "system", include: ["tests/system/**/*.test.ts"], setupFiles, testTimeout: 600_000, hookTimeout: 60_000 } },
    ],
  },
});
