// Words for the person at the terminal. Progress goes to stderr, so that stdout holds only results.

/** A failure that is explained by its sentence alone: printed without a stack trace. */
export class Halt extends Error {}

const started = Date.now();

/** Prints one line of progress, with the seconds since this command began. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

/** Prints why a command ends. Returns the exit code, 1. */
export function explain(error) {
  const expected = error instanceof Halt || error?.name === "SettingsError";
  process.stderr.write(`\n${expected ? error.message : (error?.stack ?? error)}\n`);
  return 1;
}
