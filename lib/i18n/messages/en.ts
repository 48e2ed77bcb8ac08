// Written by scripts/check-messages.ts --write: one line for each file in en/.
import common from "./en/common.json";
import form from "./en/form.json";
import landing from "./en/landing.json";
import shell from "./en/shell.json";
import signIn from "./en/sign-in.json";
import standing from "./en/standing.json";
import taxonomy from "./en/taxonomy.json";
import thread from "./en/thread.json";

/** Every English message, by noun. */
// biome-ignore format: one noun a line, so that two people adding one do not meet
export const en = {
  common,
  form,
  landing,
  shell,
  "sign-in": signIn,
  standing,
  taxonomy,
  thread,
};
