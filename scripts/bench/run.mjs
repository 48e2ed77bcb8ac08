// The order of a run: copies of the data, servers, then one part after another.
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { ended, startNode, typescript } from "../parts/children.mjs";
import { serverEnvironment } from "../parts/database.mjs";
import { Halt, say } from "../parts/say.mjs";
import { copyOf, letIn } from "./data.mjs";
import { measureImports, sheetOf } from "./imports.mjs";
import { measure } from "./load.mjs";
import {
  printTargets,
  reportGrowth,
  reportImports,
  reportMemory,
  reportScripts,
  reportWork,
} from "./report.mjs";
import { scriptSizes } from "./scripts-size.mjs";
import { memoryOf, serveFloor, servePlain, serveProduct } from "./servers.mjs";
import { summarise } from "./statistics.mjs";
import { answersOf, NEW_CONSULTATION, productSide, sidesOf, WORKS } from "./works.mjs";

/** How many workspaces there are beside the thousand, to show how cost grows. */
const FEW = 10;

async function record(settings, database, visitors, folder) {
  const [asked, told] = ["visitors.json", "recorded.json"].map((name) => path.join(folder, name));
  writeFileSync(asked, JSON.stringify({ ...visitors, body: NEW_CONSULTATION }));
  const child = startNode(typescript("scripts/bench/record.ts", asked, told), {
    stdio: ["ignore", 2, 2],
    env: serverEnvironment(settings, database),
  });
  const { code } = await ended(child);
  if (code !== 0) throw new Halt("The product's statements could not be recorded.");
  return { file: told, recorded: JSON.parse(readFileSync(told, "utf8")) };
}

/** Every so-many-th, so that those chosen are spread over all. */
const spread = (all, wanted) =>
  all.filter((_, i) => i % Math.max(1, Math.floor(all.length / wanted)) === 0).slice(0, wanted);

export async function runBench(plan, { settings, database }, { folder, failed, undo }) {
  const has = (part) => plan.parts.includes(part);
  const results = {
    when: new Date().toISOString(),
    plan,
    node: process.version,
    cores: os.availableParallelism(),
    load: [os.loadavg()[0]],
    works: {},
  };
  const data = await copyOf({ settings, database }, plan);
  undo.push(data.drop);
  const visitors = await letIn(data.ownerUrl, 20);
  const everybody = {
    writers: visitors.slice(-plan.writers),
    readers: spread(visitors.slice(0, -plan.writers), plan.readers),
  };
  say("Recording what the product runs …");
  const { file, recorded } = await record(settings, data, everybody, folder);
  const statements = Object.fromEntries(
    Object.entries(recorded).map(([work, all]) => [
      work,
      Math.max(...Object.values(all).map(({ sent }) => sent)),
    ]),
  );
  results.statements = statements;
  console.log(
    `Statements sent for one request, the transaction's begin and end among them: ${Object.entries(statements)
      .map(([work, count]) => `${work} ${count}`)
      .join(", ")}\n`,
  );

  const product = await serveProduct(settings, data, failed);
  const floor = await serveFloor(data, file, failed);
  const answers = await answersOf(product, everybody.readers, everybody.writers);
  const answersFile = path.join(folder, "answers.json");
  writeFileSync(answersFile, JSON.stringify(answers));
  const plain = await servePlain(answersFile, failed);
  const pool = new pg.Pool({ connectionString: data.urls.tenant, max: 10 });
  undo.push(() => pool.end());

  for (const [key, work] of Object.entries(WORKS).filter(([name]) => has(name))) {
    const world = {
      product,
      floor,
      plain,
      pool,
      recorded,
      visitors: work.reads ? everybody.readers : everybody.writers,
    };
    results.works[key] = {};
    for (const connections of plan.connections) {
      const sums = await measure(sidesOf(key, world, connections), { ...plan, connections });
      const sides = Object.fromEntries([...sums].map(([name, sum]) => [name, summarise(sum)]));
      results.works[key][connections] = sides;
      reportWork(work.name, connections, sides, Buffer.byteLength(answers[`/${key}`].body));
    }
  }
  if (has("import")) results.import = await imports(plan, product, data, everybody.writers);
  if (has("scripts")) results.scripts = reportScripts(await scriptSizes(product, everybody.readers[0]));
  await Promise.all([plain.stop(), product.stop(), floor.stop()]);
  if (has("memory")) results.memory = await memory(plan, settings, data, file, everybody.readers, failed);
  if (has("growth")) results.growth = await growth(plan, { settings, database }, data, { failed, undo });
  results.load.push(os.loadavg()[0]);
  results.targets = printTargets(results);
  return results;
}

async function imports(plan, product, data, writers) {
  const sheet = sheetOf(plan.rows);
  const results = {};
  const free = [...writers];
  for (const connections of plan.quick ? [1] : [1, 8, 32]) {
    const groups = connections === 1 ? 3 : 1;
    const workspaces = free.splice(0, connections * groups);
    if (workspaces.length < connections * groups) break;
    const {
      imports: ours,
      copies,
      ownCopies,
    } = await measureImports({
      product,
      ownerUrl: data.ownerUrl,
      workspaces,
      sheet,
      rows: plan.rows,
      connections,
    });
    results[connections] = {
      import: summarise(ours),
      copy: summarise(copies),
      ...(ownCopies.times.length > 0 && { ownCopy: summarise(ownCopies) }),
    };
    reportImports(connections, results[connections], plan.rows);
  }
  return results;
}

/** The memory of a fresh server under load, beside the same of a trivial page of the framework. */
async function memory(plan, settings, data, file, readers, failed) {
  const connections = 32;
  const peak = async (server, side) => {
    const seen = [];
    const timer = setInterval(() => seen.push(memoryOf(server) ?? Number.NaN), 200);
    await measure([side], { connections, rounds: plan.quick ? 5 : 15, seconds: 2 });
    clearInterval(timer);
    await server.stop();
    return { most: Math.max(...seen), atTheEnd: seen.at(-1) };
  };
  const product = await serveProduct(settings, data, failed);
  const ours = await peak(product, productSide(WORKS.dashboard, product, readers, connections));
  const floor = await serveFloor(data, file, failed);
  const trivial = sidesOf("summary", { product, floor, plain: floor, visitors: readers }, connections).find(
    ({ name }) => name === "framework, trivial page",
  );
  return reportMemory({ product: ours, trivial: await peak(floor, trivial) });
}

/** The same workspaces read where there are ten of them, and where there are all. */
async function growth(plan, place, data, { failed, undo }) {
  const few = await copyOf(place, { workspaces: FEW, consultations: plan.consultations });
  undo.push(few.drop);
  const [fewVisitors, manyVisitors] = await Promise.all([
    letIn(few.ownerUrl, 100),
    letIn(data.ownerUrl, 100),
  ]);
  const fewServer = await serveProduct(place.settings, few, failed);
  const manyServer = await serveProduct(place.settings, data, failed);
  const results = {};
  for (const [key, work] of Object.entries(WORKS).filter(([, { reads }]) => reads)) {
    const sums = await measure(
      [
        productSide(work, fewServer, fewVisitors, 8, "few"),
        productSide(work, manyServer, manyVisitors.slice(0, FEW), 8, "many"),
      ],
      { ...plan, connections: 8, rounds: plan.rounds * 2 },
    );
    results[key] = Object.fromEntries([...sums].map(([name, sum]) => [name, summarise(sum)]));
    reportGrowth(work.name, results[key], { few: FEW, many: plan.workspaces });
  }
  await Promise.all([fewServer.stop(), manyServer.stop()]);
  return results;
}
