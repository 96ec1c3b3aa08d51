import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { config, proxy } from "@/proxy";

process.env.DATABASE_URL = "postgresql://nobody@nowhere/none"; // the settings are read, the database is not

const visit = (path: string, cookie = "") => proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { cookie } }));
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

test("every page gets a policy with a nonce of its own, under which no other script runs", () => {
  const [one, other] = [policyOf(visit("/sign-in")), policyOf(visit("/sign-in"))];
  expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{40,}' 'strict-dynamic';/);
  expect(one).not.toBe(other);
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(one.split("; ")).toContain(directive);
  expect(one).not.toMatch(/script-src[^;]*unsafe/);
});

test("a visitor without a session cookie is led to the sign-in page and back", () => {
  const response = visit("/score?tier=gold");
  expect(response.status).toBe(307);
  expect(response.headers.get("location")).toBe("http://localhost:3000/sign-in?next=%2Fscore%3Ftier%3Dgold");
});

test("an invitation is shown to somebody who is not signed in, and nothing is that only begins like one", () => {
  expect(visit("/invitation/abc").status).toBe(200);
  for (const path of ["/invitation", "/invitations/1"]) expect(visit(path).status).toBe(307);
});

test("any cookie of the name passes: whether it is a session is for the page to say", () => {
  expect(visit("/score", "tierline-session=anything").status).toBe(200);
});

test("it has no rule that a request header could switch off, and no upload passes through it", () => {
  const [matcher, ...others] = config.matcher;
  expect(others).toEqual([]);
  const matches = new RegExp(`^${matcher}$`);
  for (const path of ["/", "/score", "/score/A.1", "/sign-in", "/apiary"]) expect(path).toMatch(matches);
  for (const path of ["/api/v1/imports", "/api/auth/session", "/_next/static/a.js"]) expect(path).not.toMatch(matches);
});
