import { defineConfig, devices } from "@playwright/test";

/** The system's browser when there is one; npm test sets this after looking. */
const executablePath = process.env.LEVAIN_CHROMIUM ?? "/usr/bin/chromium";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Each worker has a Levain of its own (tests/support/levain.ts), so files run side by side and share nothing. */
export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  globalSetup: "./tests/support/journeys-server.ts",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    actionTimeout: 15_000,
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: QUIET },
  },
});
