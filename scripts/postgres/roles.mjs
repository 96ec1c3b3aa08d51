// Roles and database of the embedded server: what a DBA does once on an external one.
import pg from "pg";

const ROLES = {
  tierline_owner: "LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB", // CREATEDB: `prisma migrate dev` and the tests make databases
  tierline_app: "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB",
};

/** Creates what is missing and sets the passwords of the settings file, so that a lost or restored file heals. */
export async function ensureRolesAndDatabase(settings) {
  const client = new pg.Client({
    host: "127.0.0.1",
    port: settings.port,
    user: "postgres",
    password: settings.passwords.postgres,
    database: "postgres",
  });
  await client.connect();
  try {
    for (const [role, attributes] of Object.entries(ROLES)) {
      const known = (await client.query("select 1 from pg_roles where rolname = $1", [role])).rowCount;
      const password = client.escapeLiteral(settings.passwords[role]);
      await client.query(`${known ? "ALTER" : "CREATE"} ROLE ${role} ${attributes} PASSWORD ${password}`);
    }
    const known = (await client.query("select 1 from pg_database where datname = 'tierline'")).rowCount;
    if (!known) await client.query("CREATE DATABASE tierline OWNER tierline_owner");
  } finally {
    await client.end();
  }
}
