import { expect, test, vi } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";

vi.setConfig({ testTimeout: 60_000 }); // each hash is a third of a second on an idle machine, by intention

test("a password matches its own hash and no other, and two hashes of it differ", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w+/]+=*\$[\w+/]+=*$/);
  expect(await verifyPassword("correct horse battery", hash)).toBe(true);
  expect(await verifyPassword("correct horse batterY", hash)).toBe(false);
  expect(await hashPassword("correct horse battery")).not.toBe(hash);
});

test("nobody's password is never matched", async () => {
  expect(await verifyPassword("", null)).toBe(false);
});

test("letters that look the same are the same, however the keyboard composes them", async () => {
  expect(await verifyPassword("Ko\u0308ln am Rhein", await hashPassword("K\u00f6ln am Rhein"))).toBe(true);
});

test("more than 4 KB is refused without being hashed", async () => {
  expect(await verifyPassword("x".repeat(4097), "not even a hash")).toBe(false);
});
