#!/usr/bin/env node
// Prisma's `schema-engine` without its download: the same JSON-RPC protocol over
// stdio, served by the WebAssembly build of the same engine
// (@prisma/schema-engine-wasm) over the pg driver adapter.
// The Prisma command line finds it through PRISMA_SCHEMA_ENGINE_BINARY.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import readline from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: "",
  set_message(m) {
    this.message = m;
    process.stderr.write(`wasm panic: ${m}\n`);
  },
};

const argv = process.argv.slice(2);
const all = (flag) => argv.flatMap((a, i) => (a === flag ? [argv[i + 1]] : []));
const datasource = JSON.parse(all("--datasource")[0] ?? "{}");
const datamodels = all("--datamodels").map((f) => [f, readFileSync(f, "utf8")]);
const url = datasource.url ?? "postgresql://invalid";

const fail = (message, code) => {
  // The CLI drops the first line and reads the rest as JSON log records.
  process.stderr.write(
    `\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields: { message, error_code: code } })}`,
  );
  process.exit(1);
};

async function cli(command) {
  const target = new URL(url);
  const dbname = decodeURIComponent(target.pathname.slice(1));
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const client = new pg.Client({
    connectionString: (command === "can-connect-to-database" ? target : admin).href,
  });
  try {
    await client.connect();
    const id = client.escapeIdentifier(dbname);
    if (command === "create-database") await client.query(`CREATE DATABASE ${id}`);
    else if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${id} WITH (FORCE)`);
    await client.end();
    process.exit(0);
  } catch (e) {
    fail(e.message, e.code === "3D000" ? "P1003" : e.code === "28P01" ? "P1000" : "P1001");
  }
}

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const wasmPath = require
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = bindMigrationAwareSqlAdapterFactory(migrationFactory());
  const engine = await bg.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    factory,
  );
  return { engine, factory };
}

// @prisma/adapter-pg as it ships is not fit for migrations: it cannot read the
// catalogue's "char" type, it splits scripts at every ";" (functions, policies
// and triggers break), and a connection string wins over the shadow database's
// name, so the shadow run would hit the main database. This wrapper mends all three.
function migrationFactory() {
  const u = new URL(url);
  const schema = u.searchParams.get("schema") ?? undefined;
  const config = {
    host: decodeURIComponent(u.hostname),
    port: Number(u.port || 5432),
    user: decodeURIComponent(u.username),
    password: decodeURIComponent(u.password),
    database: decodeURIComponent(u.pathname.slice(1)),
    max: 1,
  };
  const poolFor = (database) => new pg.Pool({ ...config, database });
  const adapt = async (pool, release) => {
    const adapter = await new PrismaPg(pool, { schema }).connect();
    const { performIO, queryRaw } = adapter;
    let chars = [];
    adapter.performIO = async (q) => {
      const result = await performIO.call(adapter, q);
      chars = result.fields.map((f) => f.dataTypeID === OID_CHAR);
      for (const f of result.fields) if (f.dataTypeID === OID_CHAR) f.dataTypeID = OID_BPCHAR;
      return result;
    };
    adapter.queryRaw = async (q) => {
      const result = await queryRaw.call(adapter, q);
      result.columnTypes = result.columnTypes.map((t, i) => (chars[i] ? ColumnTypeEnum.Character : t));
      return result;
    };
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (e) {
        adapter.onError(e);
      }
    };
    adapter.dispose = async () => {
      await pool.end();
      await release?.();
    };
    return adapter;
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => adapt(poolFor(config.database)),
    async connectToShadowDb() {
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      const admin = new pg.Client({ ...config, database: "postgres" });
      await admin.connect();
      await admin.query(`CREATE DATABASE "${name}"`);
      return adapt(poolFor(name), async () => {
        await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
        await admin.end();
      });
    },
  };
}

const OID_CHAR = 18,
  OID_BPCHAR = 1042;
const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...m })}\n`);

function toRpcError(err, factory) {
  let e = err;
  const m = /external error.*#?(\d+)/i.exec(String(err?.message ?? ""));
  if (m && factory?.errorRegistry?.consumeError)
    e = factory.errorRegistry.consumeError(Number(m[1]))?.error ?? err;
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: false, message: String(e?.message ?? e), error_code: e?.code, meta: e?.meta ?? {} },
  };
}

async function serve() {
  let loaded;
  let chain = Promise.resolve();
  let printId = 1_000_000;
  const rl = readline.createInterface({ input: process.stdin });
  rl.on("line", (line) => {
    if (!line.trim()) return;
    const req = JSON.parse(line);
    if (!req.method) return; // an acknowledgement of our own "print"
    chain = chain.then(async () => {
      try {
        loaded ??= await loadEngine();
        if (req.method === "getDatabaseVersion")
          return send({ id: req.id, result: await loaded.engine.version(req.params) });
        if (typeof loaded.engine[req.method] !== "function")
          throw new Error(`unsupported engine method ${req.method}`);
        const result = (await loaded.engine[req.method](req.params)) ?? {};
        if (req.method === "diff" && typeof result.stdout === "string")
          send({ id: printId++, method: "print", params: { content: result.stdout } });
        send({ id: req.id, result });
      } catch (err) {
        send({ id: req.id, error: toRpcError(err, loaded?.factory) });
      }
    });
  });
  rl.on("close", () => chain.finally(() => process.exit(0)));
}

const c = argv.indexOf("cli");
if (c >= 0) await cli(argv[c + 1]);
else await serve();
