// Written by scripts/check-messages.ts --write: one line for each file in ar/.
import common from "./ar/common.json";

/** Every Arabic message, by noun. */
// biome-ignore format: one noun a line, so that two people adding one do not meet
export const ar = {
  common,
};
