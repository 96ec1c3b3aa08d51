// `npm start` runs this: the demo organization, and the file from which the sign-ins are printed. Quick when all is there.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { PARTNER_USERS, STAFF } from "./demo-people";
import { fillDemoOrganization } from "./fill-demo-organization";

const home = process.env.APP_DATA_DIR ?? path.join(import.meta.dirname, "..", "..", ".data");

try {
  if ((await fillDemoOrganization()) !== null) {
    const signIns = [...STAFF, ...PARTNER_USERS].map(({ who, email, password }) => ({ who, email, password }));
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, "demo-sign-ins.json"), `${JSON.stringify(signIns, null, 2)}\n`);
  }
} finally {
  await closeDatabase();
}
