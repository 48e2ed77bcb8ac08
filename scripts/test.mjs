// npm test: everything that proves the product, from a fresh clone. The last line is "N passed, N failed".
import { stopChildren } from "./parts/children.mjs";
import { install } from "./parts/install.mjs";
import { explain, say } from "./parts/say.mjs";

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupted = true;
    void stopChildren();
  });
}

const total = { passed: 0, failed: 0 };
const whatFailed = [];

/** Runs one part and adds what it counted; a part that throws counts as one failure. */
async function part(title, run) {
  if (interrupted) return;
  say(`${title} …`);
  try {
    const { passed, failed, failures = [] } = await run();
    say(`${title}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
    whatFailed.push(...failures);
  } catch (error) {
    explain(error);
    total.failed += 1;
  }
}

await part("Packages", async () => {
  await install({ withTools: true });
  return { passed: 0, failed: 0 };
});
if (total.failed === 0) {
  const { describeCheck, runChecks } = await import("./parts/checks.mjs");
  const { reportFolder, runPlaywright, runVitest } = await import("./parts/suites.mjs");
  const folder = reportFolder();
  await part("Checks", async () => {
    const results = await runChecks((result) => process.stdout.write(`${describeCheck(result)}\n`));
    const passed = results.filter((result) => result.ok).length;
    return { passed, failed: results.length - passed };
  });
  await part("Unit and integration tests", () => runVitest(folder));
  await part("End-to-end tests", () => runPlaywright(folder));
}
if (interrupted) total.failed += 1;
process.exitCode = total.failed === 0 ? 0 : 1;
for (const failure of whatFailed) process.stdout.write(`\n${failure}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
