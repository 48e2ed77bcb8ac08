import { describe, expect, test } from "vitest";
import { isLoopback, readCommandSettings, readSettings, SettingsError } from "./env";

const app = {
  APP_DATABASE_URL: "postgresql://tenant:p@127.0.0.1:5432/f",
  SYSTEM_DATABASE_URL: "postgresql://system:p@127.0.0.1:5432/f",
  SHARE_DATABASE_URL: "postgresql://share:p@127.0.0.1:5432/f",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

function problems(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe("what a command reads", () => {
  test("needs nothing on one machine", () => {
    const settings = readCommandSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      appUrl: "http://127.0.0.1:3000",
      databaseUrl: null,
      authSecret: null,
      demo: true,
      warnings: [],
    });
  });

  test.each([
    [{ PORT: "abc" }, 'PORT is "abc": expected a whole number from 1 to 65535.'],
    [{ READ_LINKS: "maybe" }, 'READ_LINKS is "maybe": expected 1 or 0.'],
    [{ PREPARED_STATEMENTS: "x" }, 'PREPARED_STATEMENTS is "x": expected 1 or 0.'],
    [{ PORT: "0" }, 'PORT is "0": expected a whole number from 1 to 65535.'],
    [{ PORT: "70000" }, 'PORT is "70000": expected a whole number from 1 to 65535.'],
    [{ APP_URL: "example.org" }, 'APP_URL is "example.org": expected the address people open'],
    [{ APP_URL: "https://example.org/path" }, "without a path"],
    [{ HOST: "a b" }, 'HOST is "a b": expected a host name'],
    [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL is "loud": expected one of trace, debug'],
    [{ DEMO: "perhaps" }, 'DEMO is "perhaps": expected 1 or 0.'],
    [
      { S3_URL: "s3://host/bucket" },
      "S3_URL is not understood: expected an address such as s3://KEY:SECRET@",
    ],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL is not understood: expected an address such as smtp://"],
    [
      { DATABASE_URL: "mysql://a:b@c/d", AUTH_SECRET: app.AUTH_SECRET },
      "DATABASE_URL is not understood: expected an address such as postgresql://",
    ],
    [
      { DATABASE_URL: "postgresql://a:b@c/d" },
      "AUTH_SECRET is missing: with DATABASE_URL, expected at least 32 random characters",
    ],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET is not understood: expected at least 32 random characters"],
  ])("%o is named with what is expected", (environment, sentence) => {
    const found = problems(() => readCommandSettings(environment));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(sentence);
  });

  test("every problem is named at once, and no secret is repeated", () => {
    const found = problems(() =>
      readCommandSettings({ PORT: "x", AUTH_SECRET: "hunter2", DATABASE_URL: "nonsense:hunter2" }),
    );
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain("hunter2");
  });

  test("an empty setting is one that was not made", () => {
    expect(readCommandSettings({ PORT: "", DATABASE_URL: "", DEMO: "" }).port).toBe(3000);
  });

  test("an address for others that nobody named is pointed out", () => {
    expect(readCommandSettings({ HOST: "0.0.0.0" }).warnings[0]).toContain("APP_URL is not set");
  });
});

describe("demo mode", () => {
  const database = { DATABASE_URL: "postgresql://a:b@c/d", AUTH_SECRET: app.AUTH_SECRET };

  test.each([
    ["by default on the embedded database", {}, true],
    ["not by default on another database", database, false],
    ["when asked for on another database", { ...database, DEMO: "1" }, true],
    ["not when refused", { DEMO: "0" }, false],
    ["not where others reach HOST", { HOST: "0.0.0.0" }, false],
    ["not where others reach APP_URL", { APP_URL: "https://followthrough.example.org" }, false],
    ["on a loopback name", { HOST: "::1", APP_URL: "http://localhost:8080" }, true],
  ])("%s", (_, environment, demo) => {
    expect(readCommandSettings(environment).demo).toBe(demo);
  });

  test.each([{ HOST: "0.0.0.0" }, { APP_URL: "https://followthrough.example.org" }, { HOST: "192.168.1.2" }])(
    "is refused with %o",
    (environment) => {
      expect(problems(() => readCommandSettings({ ...environment, DEMO: "1" }))[0]).toContain(
        "the buttons would let anyone in as an admin",
      );
      expect(problems(() => readSettings({ ...app, ...environment, DEMO: "1" }))[0]).toContain("DEMO");
    },
  );

  test("stays away in the app unless it is told", () => {
    expect(readSettings(app).demo).toBe(false);
    expect(readSettings({ ...app, DEMO: "1" }).demo).toBe(true);
  });
});

test("the app needs the three roles' addresses and the secret", () => {
  const found = problems(() => readSettings({}));
  for (const name of Object.keys(app))
    expect(found.some((problem) => problem.startsWith(`${name} is missing`))).toBe(true);
});

test.each(["127.0.0.1", "127.8.9.1", "localhost", "::1", "[::1]", "app.localhost"])(
  "%s is this machine alone",
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each(["0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.example.org", "localhost.example.org"])(
  "%s is not",
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);
