// Finds a Chromium without downloading one: $CHROME_BIN, the system's, or the one inside the npm package @sparticuz/chromium
// (Linux x64), unpacked once. CHROME_BIN=bundled takes the last. Elsewhere Playwright uses a browser it installed itself.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync } from "node:zlib";
import { projectRoot } from "./db-url.mjs";

const FLAGS = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
// The same pixels everywhere; and a sandbox that containers and root do not have, for pages that are all ours.
const STEADY = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none"];
const args = [...FLAGS, ...STEADY];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const LIBRARIES_AND_FONTS = ["al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];

/** What Playwright's `launchOptions` need: `{ executablePath, args, env }`. */
export async function findBrowser() {
  const wanted = process.env.CHROME_BIN;
  const installed = wanted && wanted !== "bundled" ? wanted : SYSTEM.find((file) => !wanted && existsSync(file));
  if (installed) {
    if (!existsSync(installed)) throw new Error(`CHROME_BIN is ${installed}, and there is no such file. Unset it, or name a Chromium.`);
    return { executablePath: installed, args };
  }
  return process.platform === "linux" && process.arch === "x64" ? unpacked() : { args };
}

async function unpacked() {
  const packageDir = packageOf("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8"));
  const dir = path.join(projectRoot, "node_modules", ".cache", `chromium-${version}`);
  if (!existsSync(path.join(dir, "chromium"))) await unpack(packageDir, dir);
  const libraries = [path.join(dir, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: path.join(dir, "fonts.conf") };
  return { executablePath: path.join(dir, "chromium"), args: [...args, "--headless"], env: { ...process.env, LD_LIBRARY_PATH: libraries, ...fonts } };
}

/** The package's "exports" hide its package.json, and its layout differs by version: go up from its entry. */
function packageOf(name) {
  let dir;
  try {
    dir = path.dirname(createRequire(import.meta.url).resolve(name));
  } catch {
    throw new Error(`There is no Chromium: ${name} is not installed. Run \`npm install\` again, install Chromium, or name one in CHROME_BIN.`);
  }
  while (!existsSync(path.join(dir, "bin", "chromium.br"))) dir = path.dirname(dir);
  return dir;
}

/** Into a folder of our own first: a half unpacked browser is never found, and of two at once one wins. */
async function unpack(packageDir, dir) {
  const { extract } = createRequire(path.join(packageDir, "package.json"))("tar-fs");
  const fresh = `${dir}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const decompress = (name) => brotliDecompressSync(readFileSync(path.join(packageDir, "bin", name)));
  writeFileSync(path.join(fresh, "chromium"), decompress("chromium.br"), { mode: 0o755 });
  for (const name of LIBRARIES_AND_FONTS) await pipeline(Readable.from([decompress(name)]), extract(fresh));
  const places = `<dir>${path.join(dir, "fonts")}</dir><cachedir>${path.join(dir, "font-cache")}</cachedir>`;
  writeFileSync(path.join(fresh, "fonts.conf"), `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`);
  try {
    renameSync(fresh, dir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(dir, "chromium"))) throw error;
  }
}
