import type { NextConfig } from "next";

// The content security policy is made per request, with its nonce, in proxy.ts.
const SECURITY_HEADERS = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: { position: "bottom-right" },
  typedRoutes: true,
  ...(process.env.TIERLINE_BENCH ? { pageExtensions: ["ts", "tsx", "bench.tsx"] } : {}),
  // The tests build beside a running application, never over it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  turbopack: { root: import.meta.dirname }, // not a lock file in some folder above
  serverExternalPackages: ["pg", "pg-boss", "pg-copy-streams", "@prisma/adapter-pg", "@prisma/client"],
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

export default config;
