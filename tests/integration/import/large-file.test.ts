import { expect, test } from "vitest";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { startScript, until } from "../../support/child-process";
import { importDatabase } from "./import-database";

const database = importDatabase();

const MB = 1024 * 1024;

test("a file of 60 MB is imported in memory that does not grow with it, and its progress is seen from outside", { timeout: 300_000 }, async () => {
  const org = await database.organization("large file");
  await org.withMasterData();
  const script = startScript("tests/integration/import/import-large-file.ts", [String(org.orgId), "130000"], { DATABASE_URL: database.appUrl() });
  const ended = script.output();
  const shown: number[] = [];
  let over = false;
  const marked = ended.finally(() => {
    over = true;
  });
  await until(
    "the import is over",
    async () => {
      const [batch] = await org.rows<{ status: string; done: number }>(
        "select status, bytes_done::int as done from import_batch where org_id = $1 and number = 5",
      );
      if (batch?.status === "checking" && batch.done > (shown.at(-1) ?? 0)) shown.push(batch.done);
      return over;
    },
    240,
  );

  const { batch, growth }: { batch: ImportBatch; growth: number } = JSON.parse(await marked);
  expect(batch).toMatchObject({
    number: 5,
    status: "published",
    rows: { read: 130_000, unchanged: 2_000, loaded: 128_000 },
    bytesDone: batch.fileBytes,
  });
  expect(batch.fileBytes).toBeGreaterThan(60 * MB);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown[0]).toBeLessThan(batch.fileBytes / 2);
  expect(shown.at(-1)).toBeLessThanOrEqual(batch.fileBytes);
  expect(growth).toBeLessThan(200 * MB);
});
