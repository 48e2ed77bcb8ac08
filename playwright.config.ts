import { defineConfig } from "@playwright/test";
import { browserOptions } from "./scripts/parts/browser.mjs";

// npm test starts the product itself and says where; by hand, it is started here unless it runs already.
const given = process.env.BASE_URL;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["line"]],
  use: {
    baseURL: given ?? "http://127.0.0.1:3000",
    launchOptions: await browserOptions(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  ...(given
    ? {}
    : {
        webServer: {
          command: "node scripts/start.mjs",
          url: "http://127.0.0.1:3000/api/health",
          reuseExistingServer: true,
          timeout: 300_000,
          gracefulShutdown: { signal: "SIGTERM" as const, timeout: 15_000 },
        },
      }),
});
