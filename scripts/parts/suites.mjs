// The test suites: vitest (unit and integration) and Playwright against the running product.
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { ended, startNode, stop } from "./children.mjs";
import { playwrightFailures, vitestFailures } from "./failures.mjs";
import { inRoot } from "./paths.mjs";
import { freePort } from "./postgres-server.mjs";
import { readIfThere } from "./processes.mjs";
import { say } from "./say.mjs";
import { keptSecrets } from "./secrets.mjs";

const noneRan = { passed: 0, failed: 1 };

/** Runs unit and integration tests; counts tests, and files that could not be loaded, and says what failed. */
export async function runVitest(folder) {
  const report = path.join(folder, "vitest.json");
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await ended(startNode(args, { env: clean() }));
  const text = readIfThere(report);
  return { ...countVitest(text, code), failures: text ? vitestFailures(text) : [] };
}

export function countVitest(report, code) {
  if (!report) return noneRan;
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(report);
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = numFailedTests + unloaded.length;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The product from an empty data folder, for one worker of the browser tests. */
async function startProduct(authSecret) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "followthrough-e2e-"));
  chmodSync(dataDir, 0o711); // as root, the database's user passes through
  const port = await freePort();
  const server = startNode(["scripts/start.mjs"], {
    env: { ...clean(), PORT: String(port), DATA_DIR: dataDir, AUTH_SECRET: authSecret },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const finished = ended(server);
  // What it says is read by tests too: no secret may stand in it.
  const log = path.join(dataDir, "said.log");
  writeFileSync(log, "");
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => appendFileSync(log, text));
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    dataDir,
    log,
    served: await isServed(server),
    /** Ends it and answers what it said. */
    async end() {
      await stop(server, 20);
      rmSync(dataDir, { recursive: true, force: true });
      return (await finished).output;
    },
  };
}

/**
 * Runs the end-to-end tests: one browser for each core, two at most, and for each browser a product of its own, so
 * that no test meets the records of another one that runs beside it. Counts them and says what failed.
 */
export async function runPlaywright(folder) {
  // The key of this folder's own data, so that npm start and npm test share one build.
  const { authSecret } = keptSecrets(inRoot(".data"));
  await build(authSecret);
  const products = [];
  let counted = noneRan;
  try {
    for (let n = 0; n < Math.min(2, os.availableParallelism()); n++)
      products.push(await startProduct(authSecret));
    if (products.every(({ served }) => served)) counted = await runSpecs(folder, products, authSecret);
  } finally {
    const said = await Promise.all(products.map((product) => product.end()));
    if (counted.failed > 0)
      for (const text of said) process.stdout.write(`What a server said:\n${text.slice(-4000)}\n`);
  }
  return counted;
}

async function runSpecs(folder, products, authSecret) {
  const addresses = products.map(({ baseUrl, dataDir, log }) => ({ baseUrl, dataDir, log }));
  say(`Serving at ${addresses.map(({ baseUrl }) => baseUrl).join(" and ")}; end-to-end tests …`);
  const report = path.join(folder, "playwright.json");
  const args = [
    "node_modules/@playwright/test/cli.js",
    "test",
    "--pass-with-no-tests",
    "--reporter=line,json",
  ];
  const tests = startNode(args, {
    env: {
      ...clean(),
      AUTH_SECRET: authSecret,
      PRODUCTS: JSON.stringify(addresses),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  });
  const { code } = await ended(tests);
  const text = readIfThere(report);
  return { ...countPlaywright(text, code), failures: text ? playwrightFailures(text) : [] };
}

export function countPlaywright(report, code) {
  if (!report) return noneRan;
  const { stats, errors } = JSON.parse(report);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Waits until npm start says that it serves; false when it ends before. */
const isServed = (server) =>
  new Promise((resolve) => {
    let said = "";
    server.stdout.on("data", (text) => {
      said += text;
      if (said.includes("is running at")) resolve(true);
    });
    server.once("exit", () => resolve(false));
  });

const ours =
  /^(PORT|HOST|APP_URL|((APP|SYSTEM|SHARE)_)?DATABASE_URL|SMTP_URL|AUTH_SECRET|S3_URL|METRICS_SECRET|DATA_DIR|DEMO|LOG_LEVEL|READ_LINKS|PREPARED_STATEMENTS|NODE_ENV|npm_config_.*)$/;

/** The environment without settings of the product: the tests bring their own. */
export function clean() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** A folder for reports, emptied first. */
export function reportFolder() {
  const folder = inRoot("node_modules/.cache/followthrough/reports");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
