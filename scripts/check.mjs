// npm run check: types, lint and import arrows, words, schema drift, the table of permissions.
import { stopChildren } from "./parts/children.mjs";
import { install } from "./parts/install.mjs";
import { explain } from "./parts/say.mjs";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopChildren());

try {
  await install({ withTools: true });
  const { describeCheck, runChecks } = await import("./parts/checks.mjs");
  const results = await runChecks((result) => process.stdout.write(`${describeCheck(result)}\n`));
  const failed = results.filter((result) => !result.ok);
  process.stdout.write(
    failed.length === 0 ? "All checks passed.\n" : `Failed: ${failed.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.exitCode = explain(error);
}
