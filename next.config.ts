import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // Pages carry no secret that a guess could be compared with, so compression leaks nothing (BREACH).
  compress: true,
  // The server sets every header itself, on pages as on all else: src/platform/http/security-headers.ts.
  typedRoutes: false,
  // Types are checked once, by tsc over the whole repository (npm run check), not again at each build.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // No door that fetches and scales pictures for whoever asks.
  images: { unoptimized: true },
  // What runs in Node as it is; the same copies then serve the pages and the server beside them.
  serverExternalPackages: [
    "@trpc/server",
    "drizzle-orm",
    "mailparser",
    "markdown-it",
    "nodemailer",
    "pg-boss",
    "pino",
    "postgres",
    "prom-client",
    "rate-limiter-flexible",
    "sanitize-html",
    "uuid",
    "zod",
  ],
};

export default config;
