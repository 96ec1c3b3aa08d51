import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { copyTemplate } from "../../scripts/testing/template-database.mjs";

export type TestDatabase = {
  /** The role that owns the tables and migrates. */
  readonly ownerUrl: string;
  /** The role of the application: owns nothing, bound by row-level security. */
  readonly appUrl: string;
  /** Ends every connection and drops the database. */
  readonly drop: () => Promise<void>;
};

/** A migrated, empty database for one test file. Call it in `beforeAll`, and `drop` in `afterAll`. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyTemplate(inject("template"), randomBytes(6).toString("hex"));
}
