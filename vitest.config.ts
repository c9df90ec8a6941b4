import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here("./src")}/` },
      { find: /^@tests\//, replacement: `${here("./tests")}/` },
    ],
  },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/architecture/**/*.test.ts", "tests/faults/**/*.test.ts"],
    globalSetup: ["tests/support/database-server.ts"],
    setupFiles: ["tests/support/quiet.ts"],
    pool: "forks",
    // A worker waits for the database half of its time: three keep two cores busy.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
