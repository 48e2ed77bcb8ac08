import path from "node:path";
import { z } from "zod";
import { readS3Address, type S3Address } from "@/lib/domain/s3-address";

/** The only reader of the environment: the settings of the app, and those of the commands that set it up. */

export type Settings = {
  port: number;
  host: string;
  /** Where people reach the product, without a slash at the end. */
  appUrl: string;
  /** One address per PostgreSQL login role; the owner's is not among them. */
  databaseUrls: { tenant: string; system: string; share: string };
  /** null: mails are written to `<dataDir>/outbox`. */
  smtpUrl: string | null;
  authSecret: string;
  /** Absolute. */
  dataDir: string;
  /** Whether the sign-in buttons for trying it out are shown. */
  demo: boolean;
  logLevel: (typeof logLevels)[number];
  /** null: files are kept in `<dataDir>/files`. */
  s3: S3Address | null;
  metricsSecret: string | null;
  /** Whether pages of public bodies are asked for what they say: the only requests to other sites. */
  readLinks: boolean;
  /** Whether PostgreSQL keeps what it planned: not behind a PgBouncer that does not pass prepared statements on. */
  preparedStatements: boolean;
};

/** What `npm start` and the other commands read: the owner's address may be there, the rest may be derived. */
export type CommandSettings = Omit<Settings, "databaseUrls" | "authSecret"> & {
  /** The owner's address; null means the embedded database. */
  databaseUrl: string | null;
  roleUrls: { tenant: string | null; system: string | null; share: string | null };
  /** null: made and kept beside the embedded database. */
  authSecret: string | null;
  /** null: backups are not encrypted. */
  backupPassphrase: string | null;
  /** What is allowed but probably not meant, one sentence each. */
  warnings: string[];
};

/** Names each missing or malformed setting and what is expected. Its message is meant for people. */
export class SettingsError extends Error {
  override name = "SettingsError";
  constructor(readonly problems: readonly string[]) {
    super(
      `Followthrough cannot run with these settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
  }
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const expected = {
  database: "expected an address such as postgresql://name:password@host:5432/database",
  secret: "expected at least 32 random characters, for example what `openssl rand -base64 32` prints",
  port: "expected a whole number from 1 to 65535",
};

/** A URL with one of the protocols, checked further by `also`. */
const url = (protocols: readonly string[], words: string, also: (url: URL) => boolean = () => true) =>
  z.string({ error: words }).refine((text) => {
    if (!URL.canParse(text)) return false;
    const parsed = new URL(text);
    return protocols.includes(parsed.protocol) && parsed.hostname !== "" && also(parsed);
  }, words);

const databaseUrl = url(
  ["postgresql:", "postgres:"],
  expected.database,
  (parsed) => parsed.username !== "" && parsed.pathname.length > 1,
);

const common = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, expected.port)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, expected.port)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "expected a host name or an IP address to listen on, such as 127.0.0.1")
    .default("127.0.0.1"),
  APP_URL: url(
    ["http:", "https:"],
    "expected the address people open, such as https://followthrough.example.org, without a path",
    (parsed) =>
      parsed.pathname === "/" && parsed.search === "" && parsed.hash === "" && parsed.username === "",
  ).optional(),
  SMTP_URL: url(
    ["smtp:", "smtps:"],
    "expected an address such as smtp://name:password@mail.example.org:587",
  ).optional(),
  AUTH_SECRET: z.string({ error: expected.secret }).min(32, expected.secret),
  DATA_DIR: z.string().default(".data"),
  DEMO: z.stringbool({ error: "expected 1 or 0" }).optional(),
  /** Read by next.config.ts, when the server starts. */
  COMPRESS: z.enum(["0", "1"], { error: "expected 1 or 0" }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `expected one of ${logLevels.join(", ")}` }).default("info"),
  S3_URL: z
    .string()
    .refine(
      (text) => readS3Address(text) !== null,
      "expected an address such as s3://KEY:SECRET@s3.eu-west-2.amazonaws.com/BUCKET?region=eu-west-2, with key and secret percent-encoded",
    )
    .optional(),
  METRICS_SECRET: z.string().min(16, "expected at least 16 characters").optional(),
  READ_LINKS: z.stringbool({ error: "expected 1 or 0" }).default(true),
  PREPARED_STATEMENTS: z.stringbool({ error: "expected 1 or 0" }).default(true),
};

const appSchema = z.object({
  ...common,
  APP_DATABASE_URL: databaseUrl,
  SYSTEM_DATABASE_URL: databaseUrl,
  SHARE_DATABASE_URL: databaseUrl,
});

const commandSchema = z.object({
  ...common,
  AUTH_SECRET: common.AUTH_SECRET.optional(),
  BACKUP_PASSPHRASE: z.string().min(12, "expected at least 12 characters, better a sentence").optional(),
  DATABASE_URL: databaseUrl.optional(),
  APP_DATABASE_URL: databaseUrl.optional(),
  SYSTEM_DATABASE_URL: databaseUrl.optional(),
  SHARE_DATABASE_URL: databaseUrl.optional(),
});

/** Settings whose value may hold a password are named, never repeated. */
const maySay = new Set([
  "PORT",
  "HOST",
  "APP_URL",
  "DATA_DIR",
  "DEMO",
  "COMPRESS",
  "LOG_LEVEL",
  "READ_LINKS",
  "PREPARED_STATEMENTS",
]);

function parse<T>(schema: z.ZodType<T>, environment: Environment): T {
  // An empty setting is a setting that was not made.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = given[name];
      const state =
        value === undefined
          ? "is missing"
          : maySay.has(name)
            ? `is ${JSON.stringify(value)}`
            : "is not understood";
      return `${name} ${state}: ${issue.message}.`;
    }),
  );
}

/** Whether only this machine can reach a host name or address. */
export function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    /^127(\.\d{1,3}){3}$/.test(host) ||
    host === "::1" ||
    host === "[::1]"
  );
}

type Shared = z.output<typeof appSchema> | z.output<typeof commandSchema>;

function shared(values: Shared, embedded: boolean) {
  const ownAddress = values.HOST.includes(":") ? `[${values.HOST}]` : values.HOST;
  const everywhere = values.HOST === "0.0.0.0" || values.HOST === "::";
  const appUrl = (values.APP_URL ?? `http://${everywhere ? "localhost" : ownAddress}:${values.PORT}`).replace(
    /\/$/,
    "",
  );
  const ownMachine = isLoopback(values.HOST) && isLoopback(new URL(appUrl).hostname);
  if (values.DEMO && !ownMachine) {
    throw new SettingsError([
      `DEMO is on, but HOST (${values.HOST}) or APP_URL (${appUrl}) can be reached from other machines: the buttons would let anyone in as an admin. Set DEMO=0, or keep both on 127.0.0.1.`,
    ]);
  }
  return {
    port: values.PORT,
    host: values.HOST,
    appUrl,
    smtpUrl: values.SMTP_URL ?? null,
    dataDir: path.resolve(/* turbopackIgnore: true */ values.DATA_DIR),
    demo: values.DEMO ?? (embedded && ownMachine),
    logLevel: values.LOG_LEVEL,
    s3: values.S3_URL ? readS3Address(values.S3_URL) : null,
    metricsSecret: values.METRICS_SECRET ?? null,
    readLinks: values.READ_LINKS,
    preparedStatements: values.PREPARED_STATEMENTS,
  };
}

/** The app's settings from an environment. Throws SettingsError. */
export function readSettings(environment: Environment): Settings {
  const values = parse(appSchema, environment);
  return {
    ...shared(values, false), // npm start says DEMO=1 or 0; without it the buttons stay away
    authSecret: values.AUTH_SECRET,
    databaseUrls: {
      tenant: values.APP_DATABASE_URL,
      system: values.SYSTEM_DATABASE_URL,
      share: values.SHARE_DATABASE_URL,
    },
  };
}

/** The settings of a command that may use the owner's address. Throws SettingsError. */
export function readCommandSettings(environment: Environment): CommandSettings {
  const values = parse(commandSchema, environment);
  if (values.DATABASE_URL && !values.AUTH_SECRET) {
    throw new SettingsError([
      `AUTH_SECRET is missing: with DATABASE_URL, ${expected.secret}. Keep it: passwords derive from it.`,
    ]);
  }
  const settings = shared(values, !values.DATABASE_URL);
  const warnings =
    !values.APP_URL && !isLoopback(values.HOST)
      ? [
          `APP_URL is not set: mails and sign-in links will say ${settings.appUrl}. Set it to the address people open.`,
        ]
      : [];
  return {
    ...settings,
    databaseUrl: values.DATABASE_URL ?? null,
    roleUrls: {
      tenant: values.APP_DATABASE_URL ?? null,
      system: values.SYSTEM_DATABASE_URL ?? null,
      share: values.SHARE_DATABASE_URL ?? null,
    },
    authSecret: values.AUTH_SECRET ?? null,
    backupPassphrase: values.BACKUP_PASSPHRASE ?? null,
    warnings,
  };
}

let current: Settings | undefined;

/** This process's settings, read when first asked for. Throws SettingsError. */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

/** What was built: the version of package.json, and the commit where it was known. Put in by next.config.ts. */
export function buildOf(): { version: string; commit: string | null } {
  return { version: process.env.APP_VERSION ?? "development", commit: process.env.APP_COMMIT || null };
}
