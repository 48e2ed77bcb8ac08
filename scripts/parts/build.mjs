// The generated database client and the production build: made again only when their sources changed.
import { createHmac } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ended, startNode } from "./children.mjs";
import { next } from "./next-server.mjs";
import { cache, inRoot } from "./paths.mjs";
import { isRunning, readLock, takeLock, withLock } from "./processes.mjs";
import { Halt, say } from "./say.mjs";
import { clearStamp, hashOf, isStamped, sourceFiles, stamp } from "./stamp.mjs";

/** Where the Prisma command line finds the engine it would otherwise download. */
export const prismaEnvironment = {
  PRISMA_SCHEMA_ENGINE_BINARY: inRoot("scripts/schema-engine.mjs"),
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** Runs `prisma generate` when the schema changed. */
export async function generateClient() {
  await withLock(path.join(cache, "generate.lock"), 120, async () => {
    const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
    if (isStamped("generate", hash) && existsSync(inRoot("lib/db/generated/prisma/client.ts"))) return;
    say("Generating the database client …");
    clearStamp("generate");
    const child = startNode([inRoot("node_modules/prisma/build/index.js"), "generate"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...prismaEnvironment },
    });
    const { code, output } = await ended(child);
    if (code !== 0) throw new Halt(`The database client could not be generated:\n${output.trim()}`);
    stamp("generate", hash);
  });
}

/** Next's key for server actions: the same on every server, when building and when running. */
export const actionsKey = (authSecret) =>
  createHmac("sha256", authSecret).update("server actions key").digest("base64");

const servingFolder = path.join(cache, "serving");

/** Notes that this process serves the build, until release() or its end. */
export function serveBuild(address) {
  const file = path.join(servingFolder, String(process.pid));
  takeLock(file, { address });
  return () => rmSync(file, { force: true });
}

function othersServing() {
  if (!existsSync(servingFolder)) return [];
  const notes = readdirSync(servingFolder).map((name) => readLock(path.join(servingFolder, name)));
  return notes.filter((note) => note && isRunning(note.holder));
}

/** Builds when a source file, the packages or the key changed since the last build that succeeded. */
export async function build(authSecret) {
  const key = actionsKey(authSecret);
  mkdirSync(cache, { recursive: true });
  await withLock(path.join(cache, "build.lock"), 900, async () => {
    const hash = hashOf(sourceFiles(), process.versions.node, key);
    if (isStamped("build", hash) && existsSync(inRoot(".next/BUILD_ID"))) return;
    const [other] = othersServing();
    if (other) {
      throw new Halt(
        `The sources changed, and a server of this folder still runs on the last build (${other.address}). Stop it, then start again.`,
      );
    }
    say("Building (under a minute; only when sources changed) …");
    clearStamp("build");
    const child = startNode([next, "build"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...withoutSecrets(),
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
      },
    });
    const beat = setInterval(() => say("… still building"), 10_000);
    const { code, output } = await ended(child).finally(() => clearInterval(beat));
    if (code !== 0 || !existsSync(inRoot(".next/BUILD_ID")))
      throw new Halt(`The build failed:\n${output.trim()}`);
    stamp("build", hash);
    say("Built.");
  });
}

/** A build reads no settings, so that it cannot bake one in. */
function withoutSecrets() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/(_URL|SECRET|PASSPHRASE)$|^PG[A-Z]|^npm_/.test(name),
  );
  return Object.fromEntries(kept);
}
