import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { PASSWORD_MAX_BYTES } from "@/lib/contracts/session";
import { AppError } from "@/lib/errors";

const COST = { N: 2 ** 17, r: 8, p: 1 } as const; // 128 MB and about a third of a second each
const KEY_BYTES = 32;
const AT_ONCE = 2;
const WAITING_MOST = 100;

/** A hash that no password has: checking it takes as long as checking a real one. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(KEY_BYTES).toString("base64")}`;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString("base64")}$${hash.toString("base64")}`;
}

/** Whether the password is the one of this hash; `null` (nobody's) is never matched, and takes as long. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (Buffer.byteLength(password) > PASSWORD_MAX_BYTES) return false;
  const [scheme, N, r, p, salt, hash] = (stored ?? NOBODY).split("$");
  if (scheme !== "scrypt" || salt === undefined || hash === undefined)
    throw new Error("a stored password hash is not of the form scrypt$N$r$p$salt$hash");
  const expected = Buffer.from(hash, "base64");
  const actual = await derive(password, Buffer.from(salt, "base64"), { N: Number(N), r: Number(r), p: Number(p) });
  return stored !== null && expected.length === actual.length && timingSafeEqual(expected, actual);
}

// Each hash takes 128 MB: a crowd at the door waits in line instead of taking all memory and every worker thread.
const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MOST) throw new AppError("unavailable", "Too many people are signing in at this moment. Try again in a minute.");
    await new Promise<void>((resolve) => waiting.push(resolve)); // woken holding the place of the one before
  } else {
    running += 1;
  }
  try {
    return await scryptAsync(password.normalize("NFKC"), salt, { ...cost, maxmem: 256 * cost.N * cost.r });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function scryptAsync(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
