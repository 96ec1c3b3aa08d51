import { expect, test } from "vitest";
import { clientAddress } from "@/lib/auth/client-address";

test.each([
  { forwardedFor: "203.0.113.9", trusted: 0, address: null, why: "without a trusted proxy the header is whatever the client wrote" },
  { forwardedFor: null, trusted: 1, address: null, why: "a proxy that says nothing tells nothing" },
  { forwardedFor: "203.0.113.9", trusted: 1, address: "203.0.113.9", why: "one proxy names the client last" },
  { forwardedFor: "198.51.100.1, 203.0.113.9", trusted: 1, address: "203.0.113.9", why: "what stands before it the client wrote itself" },
  { forwardedFor: "198.51.100.1, 203.0.113.9, 10.0.0.1", trusted: 2, address: "203.0.113.9", why: "two proxies: the outer one saw the client" },
  { forwardedFor: "203.0.113.9", trusted: 2, address: null, why: "a request that passed by the outer proxy" },
])("$why", ({ forwardedFor, trusted, address }) => {
  expect(clientAddress(forwardedFor, trusted)).toBe(address);
});
