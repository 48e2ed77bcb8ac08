import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { Gauge, Registry } from "prom-client";
import { systemClient } from "@/lib/db/clients";
import { buildOf, settings } from "@/lib/env";
import { readPlatformFigures } from "./read-figures";

export type MetricsAnswer = { status: 200; type: string; text: string } | { status: 401 } | { status: 404 };

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * The platform's figures in Prometheus' text format, for whoever knows METRICS_SECRET; 404 where none is set.
 * Counts of all organisations together: none is told by name.
 * @param authorization the request's header
 */
export async function writeMetrics(authorization: string | null): Promise<MetricsAnswer> {
  const secret = settings().metricsSecret;
  if (secret === null) return { status: 404 };
  // Hashes are compared, so that time tells neither the secret's letters nor its length.
  if (!timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${secret}`))) return { status: 401 };

  const figures = await systemClient().$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    return readPlatformFigures(tx);
  });
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const byState = (name: string, help: string, counts: Record<string, number>) => {
    const one = gauge(name, help, ["state"]);
    for (const [state, count] of Object.entries(counts)) one.set({ state }, count);
  };
  byState("followthrough_workspaces", "Workspaces, by state", figures.workspaces);
  gauge("followthrough_members", "Memberships in all workspaces").set(figures.members);
  byState("followthrough_jobs", "Jobs of the queue, by state", figures.jobs);
  byState("followthrough_mails", "Mails, by state", figures.mails);
  gauge("followthrough_database_bytes", "Size of the database").set(figures.bytes);
  const { version, commit } = buildOf();
  gauge("followthrough_build_info", "What runs", ["version", "commit"]).set(
    { version, commit: commit ?? "" },
    1,
  );
  const memory = process.memoryUsage();
  gauge("process_resident_memory_bytes", "Resident memory of this server").set(memory.rss);
  gauge("nodejs_heap_size_used_bytes", "Heap in use by this server").set(memory.heapUsed);
  gauge("process_start_time_seconds", "When this server started, in seconds since 1970").set(
    Math.round(Date.now() / 1000 - process.uptime()),
  );
  return { status: 200, type: registry.contentType, text: await registry.metrics() };
}
