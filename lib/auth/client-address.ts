/**
 * The client's address as the outermost trusted proxy saw it; null without a trusted proxy, because whatever a client
 * writes into X-Forwarded-For itself proves nothing.
 */
export function clientAddress(forwardedFor: string | null | undefined, trustedProxies: number): string | null {
  if (trustedProxies === 0 || !forwardedFor) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.at(-trustedProxies) || null;
}
