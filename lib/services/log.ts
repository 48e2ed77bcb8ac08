import "server-only";
import pino from "pino";
import { settings } from "@/lib/env";

let logger: pino.Logger | undefined;

/** The server's log, one JSON line an event. Never give it tokens, addresses of people or free text. */
export function log(): pino.Logger {
  logger ??= pino({ level: settings().logLevel, base: undefined });
  return logger;
}
