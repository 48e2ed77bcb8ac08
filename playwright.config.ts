import { defineConfig } from "@playwright/test";
import { browserOptions } from "./scripts/parts/browser.mjs";

// npm test starts a product for each worker and says where; by hand, BASE_URL and DATA_DIR name one that runs, or one
// is started here.
const products: { baseUrl: string; dataDir: string; log: string }[] = JSON.parse(
  process.env.PRODUCTS ?? "[]",
);
const own = products[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
if (own) Object.assign(process.env, { BASE_URL: own.baseUrl, DATA_DIR: own.dataDir, SERVER_LOG: own.log });
const given = process.env.BASE_URL;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: Math.max(1, products.length),
  // So long that only what hangs is ended by it: a machine may be slow.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["line"]],
  use: {
    baseURL: given ?? "http://127.0.0.1:3000",
    launchOptions: await browserOptions(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A trace films every test, failed or not: only where one looks for something, with TRACE=1.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
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
