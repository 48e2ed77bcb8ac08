// What is printed: one table per work, and the targets at the end.
import { compare, figure, judge, table } from "./statistics.mjs";

const print = (text) => process.stdout.write(`${text}\n`);

export function reportWork(name, connections, sides, bytes) {
  const { product } = sides;
  const rows = Object.entries(sides).map(([side, one]) => {
    const ratio = compare(product, one);
    const beside = side === "product" ? ["", ""] : [figure(ratio.throughput), figure(ratio.p95)];
    return [side, figure(one.p50), figure(one.p95), figure(one.perSecond), ...beside];
  });
  const kilobytes = `${figure(bytes / 1024)} KB`;
  print(`${name}, ${connections} at once (${kilobytes})`);
  print(`${table(["", "p50 ms", "p95 ms", "req/s", "× req/s", "× p95"], rows)}\n`);
}

export function reportImports(connections, { import: ours, copy, ownCopy }, rows) {
  const line = (name, one) => [
    name,
    figure(one.p50),
    figure(one.p95),
    figure((one.perSecond * rows) / 1000),
    figure(ours.p50 / one.p50),
  ];
  print(`Import of ${rows} rows, ${connections} at once`);
  const lines = [
    line("import by API", ours),
    line("COPY, a bare table of the same columns", copy),
    ...(ownCopy ? [line("COPY, the record's own table", ownCopy)] : []),
  ];
  print(`${table(["", "p50 ms", "p95 ms", "1,000 rows/s", "× time"], lines)}\n`);
}

export function reportScripts(sizes) {
  print("Script of a page, compressed");
  print(
    `${table(
      ["", "KB"],
      sizes.map(({ path, kilobytes }) => [path, figure(kilobytes)]),
    )}\n`,
  );
  return sizes;
}

export function reportMemory(memory) {
  const line = (name, { most, atTheEnd }) => [name, figure(most), figure(atTheEnd)];
  print("Memory under load, 32 at once");
  print(
    `${table(["", "most MB", "at the end MB"], [line("product, dashboard", memory.product), line("framework, trivial page", memory.trivial)])}\n`,
  );
  return memory;
}

export function reportGrowth(name, { few, many }, workspaces) {
  const line = (label, one) => [label, figure(one.p50), figure(one.p95), figure(one.perSecond)];
  print(`${name} of the same ${workspaces.few} workspaces, 8 at once`);
  print(
    table(
      ["present", "p50 ms", "p95 ms", "req/s"],
      [line(`${workspaces.few} workspaces`, few), line(`${workspaces.many} workspaces`, many)],
    ),
  );
  print(`${figure(many.p50 / few.p50)} × at the middle\n`);
}

/** Every target that was measured in this run; those met, and those missed. */
export function printTargets({ works, import: imports, scripts, memory, growth }) {
  const beside = (work, connections, floor = "framework, same SQL") => {
    const sides = works[work]?.[connections];
    return sides && compare(sides.product, sides[floor]);
  };
  const page = beside("dashboard", 8);
  const alone = beside("dashboard", 1);
  const samePage = beside("dashboard", 8, "framework, same SQL and page");
  const samePageAlone = beside("dashboard", 1, "framework, same SQL and page");
  const summary = beside("summary", 8);
  const create = beside("create", 8);
  const targets = [
    page && judge("dashboard at 8: requests/s × the same SQL, plainly", page.throughput, { least: 0.8 }),
    alone && judge("dashboard at 1: p95 × the same SQL, plainly", alone.p95, { most: 1.5 }),
    samePage &&
      judge("dashboard at 8: requests/s × the same SQL and page", samePage.throughput, { least: 0.8 }),
    samePageAlone && judge("dashboard at 1: p95 × the same SQL and page", samePageAlone.p95, { most: 1.5 }),
    summary && judge("summary at 8: requests/s × the same SQL", summary.throughput, { least: 0.6 }),
    create && judge("create at 8: requests/s × only inserting", create.throughput, { least: 0.5 }),
    imports?.[1] &&
      judge("import: time × COPY into a bare table", imports[1].import.p50 / imports[1].copy.p50, {
        most: 8,
      }),
    imports?.[1]?.ownCopy &&
      judge("import: time × COPY into the record", imports[1].import.p50 / imports[1].ownCopy.p50, {
        most: 8,
      }),
    scripts && judge("script of the heaviest page, KB", scripts[0].kilobytes, { most: 150 }),
    memory && judge("memory × a trivial server", memory.product.most / memory.trivial.most, { most: 2 }),
    ...Object.entries(growth ?? {}).map(([work, { few, many }]) =>
      judge(`${work}: time with all workspaces × with ten`, many.p50 / few.p50, { most: 1.15 }),
    ),
  ].filter(Boolean);
  const rows = targets.map(({ name, measured, target, met }) => [
    name,
    figure(measured),
    target,
    met ? "met" : "MISSED",
  ]);
  if (rows.length > 0) print(table(["Target", "measured", "asked", ""], rows));
  return targets;
}
