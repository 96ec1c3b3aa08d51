#!/usr/bin/env node
// The embedded PostgreSQL by hand: `node scripts/db.mjs start|stop|status|url`. Does nothing when DATABASE_URL names a server.
import { databaseUrls, dataHome, isExternal, loadDotEnv, readSettings } from "./db-url.mjs";
import { keepServer, stopKeptServer } from "./postgres/hold.mjs";
import { isServing } from "./postgres/server.mjs";

const NOT_RUNNING = 3; // as pg_ctl says it

const commands = {
  async start() {
    if (isExternal()) return console.log("DATABASE_URL is set: using that server, nothing to start.");
    const { port, dataDir } = await keepServer(dataHome());
    console.log(`PostgreSQL is up on 127.0.0.1:${port} (data in ${dataDir}). Stop it with: npm run db:stop`);
  },
  async stop() {
    if (isExternal()) return console.log("DATABASE_URL is set: that server is not ours to stop.");
    console.log((await stopKeptServer(dataHome())) ? "PostgreSQL is stopped." : "PostgreSQL was not running.");
  },
  status() {
    if (isExternal()) return console.log("external (DATABASE_URL)");
    const up = isServing(dataHome());
    console.log(up ? `up on 127.0.0.1:${readSettings(dataHome()).port}` : "down");
    if (!up) process.exitCode = NOT_RUNNING;
  },
  url() {
    const urls = databaseUrls();
    if (!urls) throw new Error("There is no database yet. Start it with: npm run db:start");
    console.log(urls.app);
  },
};

try {
  loadDotEnv();
  const command = commands[process.argv[2]];
  if (!command) throw new Error("usage: node scripts/db.mjs start|stop|status|url");
  await command();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
