import { readFileSync, writeFileSync } from "node:fs";
import pg from "pg";
import { z } from "zod";
import { apiRoute, type Handler } from "@/lib/access/api";
import { hashToken } from "@/lib/access/session";
import { disconnectAll } from "@/lib/db/clients";
import { fromDb } from "@/lib/db/dates";
import { withWorkspace } from "@/lib/db/doors";
import { readListAddress, toFilters } from "@/lib/domain/consultation-address";
import { writeConsultationOperation } from "@/lib/features/api/operations/consultations";
import { getSummaryOperation } from "@/lib/features/api/operations/workspace";
import { findConsultations } from "@/lib/features/consultations/find-consultations";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";

// Records what the product runs for each work that is measured, in each workspace that is read, so that the floors run
// the product's own statements and cannot drift away from them.
// node record.ts <visitors.json> <recorded.json>

type Visitor = { slug: string; workspaceId: string; sessionHash: string; tokens: string[] };
/** `name`: it stays prepared under that one. */
type Statement = { text: string; values: unknown[]; name?: string };
type Recorded = {
  workspaceId: string;
  /** Everything that was sent, beginning, door and end of the transaction included. */
  sent: number;
  /** What a floor runs. */
  statements: Statement[];
  /** What a page showed, and to whom. */
  shown?: unknown;
  /** Values that can be written only once. */
  once?: string[];
};

let heard: Statement[] = [];
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [config, values] = args;
  if (typeof config === "string") heard.push({ text: config, values: Array.isArray(values) ? values : [] });
  else if (typeof config === "object" && config !== null && "text" in config)
    heard.push({
      text: String(config.text),
      values: "values" in config && Array.isArray(config.values) ? config.values : [],
      ...("name" in config && config.name ? { name: String(config.name) } : {}),
    });
  return Reflect.apply(send, this, args);
};

const isFrame = (text: string) => /^\s*(?:BEGIN|COMMIT|ROLLBACK|SELECT enter)/i.test(text);

/** What a create's floor runs: the inserts of the record that was made as `id`, of the values it was given, and nothing else. */
async function onlyInserts({ slug, tokens }: Visitor, id: string): Promise<Statement[]> {
  const key = { kind: "token", tokenHash: hashToken(tokens[0] ?? ""), slug, counts: false } as const;
  const made = await withWorkspace(key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
    tx.consultation.findFirstOrThrow({ where: { id }, include: { topics: true } }),
  );
  if ("outcome" in made) throw new Error("The record that was made is not to be found");
  const {
    workspaceId,
    reference,
    title,
    publicBodyId,
    kind,
    participants,
    sessions,
    minutesEach,
    createdBy,
  } = made;
  const days = [fromDb(made.startsOn), fromDb(made.endsOn)];
  return [
    {
      name: "insert",
      text: `
        INSERT INTO consultations (workspace_id, id, reference, title, public_body_id, kind, starts_on, ends_on,
          participants, sessions, minutes_each, created_by, updated_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
      values: [
        workspaceId,
        id,
        reference,
        title,
        publicBodyId,
        kind,
        ...days,
        participants,
        sessions,
        minutesEach,
        createdBy,
      ],
    },
    ...made.topics.map(({ topicId }) => ({
      name: "insert topic",
      text: "INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id) VALUES ($1, $2, $3)",
      values: [workspaceId, id, topicId],
    })),
  ];
}

async function record(workspaceId: string, work: () => Promise<unknown>): Promise<Recorded> {
  heard = [];
  await work();
  const sent = heard;
  return { workspaceId, sent: sent.length, statements: sent.filter(({ text }) => !isFrame(text)) };
}

async function ask(handler: Handler, { slug, tokens }: Visitor, path: string, init: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${tokens[0]}`, "Content-Type": "application/json" };
  const request = new Request(`http://127.0.0.1/api/v1/workspaces/${slug}${path}`, { ...init, headers });
  const answer = await handler(request, { params: Promise.resolve({ slug }) });
  const told = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${told}`);
  return told;
}

const made = z.object({ id: z.uuid() });

async function main([visitorsFile = "", recordedFile = ""]: string[]) {
  const { readers, writers, body }: { readers: Visitor[]; writers: Visitor[]; body: object } = JSON.parse(
    readFileSync(visitorsFile, "utf8"),
  );
  const recorded: Record<string, Record<string, Recorded>> = {
    dashboard: {},
    list: {},
    summary: {},
    create: {},
  };
  const keep = (work: string, slug: string, one: Recorded) => {
    recorded[work] = { ...recorded[work], [slug]: one };
  };
  for (const visitor of readers) {
    const { slug, workspaceId, sessionHash } = visitor;
    const key = { kind: "session", sessionHash, slug } as const;
    const reads = {
      dashboard: () => getDashboard.run(key, { order: "name" }, new Date()),
      list: () => findConsultations.run(key, toFilters(readListAddress({})), new Date()),
    };
    for (const [work, read] of Object.entries(reads)) {
      let shown: unknown;
      const one = await record(workspaceId, async () => {
        const result = await read();
        if (!result.ok) throw new Error(`${work} of ${slug} failed`);
        shown = result.value;
      });
      keep(work, slug, { ...one, shown });
    }
    keep(
      "summary",
      slug,
      await record(workspaceId, () => ask(apiRoute(getSummaryOperation), visitor, "/summary")),
    );
  }
  for (const visitor of writers) {
    const create = (reference: string) =>
      ask(apiRoute(writeConsultationOperation), visitor, "/consultations", {
        method: "POST",
        body: JSON.stringify({ ...body, reference }),
      });
    // The first one also makes the public body that all of them name.
    await create(crypto.randomUUID());
    const reference = crypto.randomUUID();
    let told = "";
    const one = await record(visitor.workspaceId, async () => {
      told = await create(reference);
    });
    const { id } = made.parse(JSON.parse(told));
    keep("create", visitor.slug, {
      ...one,
      statements: await onlyInserts(visitor, id),
      once: [reference, id],
    });
  }
  writeFileSync(recordedFile, JSON.stringify(recorded));
}

main(process.argv.slice(2))
  .finally(disconnectAll)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  });
