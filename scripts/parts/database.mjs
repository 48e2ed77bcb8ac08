// The database a command works on: the one in DATABASE_URL, or the embedded one.
import path from "node:path";
import { tsImport } from "tsx/esm/api";
import { inRoot } from "./paths.mjs";
import { databasePlace, startPostgres } from "./postgres.mjs";
import { say } from "./say.mjs";
import { keptSecrets } from "./secrets.mjs";

const modules = new Map();

/** A TypeScript module of the app, loaded once per process: each tsImport puts another layer over the loader. */
function load(file) {
  if (!modules.has(file)) modules.set(file, tsImport(inRoot(file), import.meta.url));
  return modules.get(file);
}

/** Reads and checks the settings of a command (lib/env.ts). */
export async function readSettings(environment = process.env) {
  const { readCommandSettings } = await load("lib/env.ts");
  // A relative DATA_DIR means below the checkout, from wherever the command is called.
  const settings = readCommandSettings({
    ...environment,
    DATA_DIR: path.resolve(inRoot(), environment.DATA_DIR || ".data"),
  });
  for (const warning of settings.warnings) say(`Note: ${warning}`);
  return settings;
}

/** Makes the database available: { ownerUrl, urls, authSecret, keepRunning, release }. */
export async function openDatabase(settings) {
  const { roleUrls } = await load("lib/db/roles.ts");
  if (settings.databaseUrl) {
    const { databaseUrl: ownerUrl, authSecret } = settings;
    return {
      ownerUrl,
      authSecret,
      urls: roleUrls(ownerUrl, authSecret, settings.roleUrls),
      keepRunning() {},
      release: async () => {},
    };
  }
  const kept = keptSecrets(settings.dataDir);
  const { ownerUrl, keepRunning, release } = await startPostgres({
    place: databasePlace(settings.dataDir),
    ...kept,
  });
  const authSecret = settings.authSecret ?? kept.authSecret;
  return {
    ownerUrl,
    authSecret,
    urls: roleUrls(ownerUrl, authSecret, settings.roleUrls),
    keepRunning,
    release,
  };
}

/** Settings by which the owner's address could still reach the server, and npm's own. */
const ownersAlone =
  /^(DATABASE_URL|BACKUP_PASSPHRASE|PG(USER|PASSWORD|PASSFILE|SERVICE|SERVICEFILE)|npm_.*)$/;

/** What the server may know: the three roles' addresses, never the owner's. */
export function serverEnvironment(settings, { urls, authSecret }) {
  const inherited = Object.entries(process.env).filter(([name]) => !ownersAlone.test(name));
  return {
    ...Object.fromEntries(inherited),
    PORT: String(settings.port),
    HOST: settings.host,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    DEMO: settings.demo ? "1" : "0",
    LOG_LEVEL: settings.logLevel,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    NEXTAUTH_URL: settings.appUrl,
    APP_DATABASE_URL: urls.tenant,
    SYSTEM_DATABASE_URL: urls.system,
    SHARE_DATABASE_URL: urls.share,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What a command that works as the owner may know beside that. */
export const ownerEnvironment = (settings, database) => ({
  ...serverEnvironment(settings, database),
  DATABASE_URL: database.ownerUrl,
  ...(process.env.BACKUP_PASSPHRASE && { BACKUP_PASSPHRASE: process.env.BACKUP_PASSPHRASE }),
});
