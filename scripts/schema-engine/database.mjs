// What the schema engine does with a database as a whole, and the names of what can go wrong there.
import pg from "pg";

const CONNECT_TIMEOUT_MS = 5000;

/** Prisma's `?schema=` is not something the driver knows. */
export function driverUrl(url, database = null) {
  const result = new URL(url);
  result.searchParams.delete("schema");
  if (database !== null) result.pathname = `/${database}`;
  return result.toString();
}

export const schemaOf = (url) => new URL(url).searchParams.get("schema") ?? "public";
const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined); // the first error is the one to report
  }
}

export const canConnect = (url) => withClient(driverUrl(url), () => true);

export async function execute(url, sql) {
  await withClient(driverUrl(url), (client) => client.query(sql));
  return null;
}

export function createDatabase(url) {
  const databaseName = databaseOf(url);
  return withClient(driverUrl(url, "postgres"), async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseName)}`);
    return { databaseName };
  });
}

/** The native engine's code and words for a failed connection. */
export function connectionError(url, error) {
  const target = url ? `${new URL(url).hostname}:${new URL(url).port || 5432}` : "?";
  if (error.code === "3D000") return { code: "P1003", message: `Database \`${databaseOf(url)}\` does not exist` };
  if (error.code === "28P01" || error.code === "28000")
    return { code: "P1000", message: `Authentication failed against the database server at \`${target}\`` };
  return { code: "P1001", message: `Can't reach database server at \`${target}\` (${error.message})` };
}
