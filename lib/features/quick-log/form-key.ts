const PREFIX = "quick-log:";

/** The name of the one screen's draft: one for something new, one for each consultation that is done again. */
export function quickLogKey(like: string | null): string {
  return `${PREFIX}${like ?? "new"}`;
}

/** The start of every such name. */
export const QUICK_LOG_KEYS = PREFIX;
