// `npm start` runs this: the demo organization, and the file from which the sign-ins are printed. Quick when all is there.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { fillDemoOrganization, signInsOf } from "./fill-demo-organization";

const home = process.env.APP_DATA_DIR ?? path.join(import.meta.dirname, "..", "..", ".data");

try {
  const orgId = await fillDemoOrganization();
  if (orgId !== null) {
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, "demo-sign-ins.json"), `${JSON.stringify(await signInsOf(orgId), null, 2)}\n`);
  }
} finally {
  await closeDatabase();
}
