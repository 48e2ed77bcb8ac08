import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import { keyForTopic, newTopic, renamedTopic, topicKey } from "@/lib/domain/reference";
import { done, failed, refused } from "@/lib/domain/result";

async function isTaken(tx: Tx, name: string, but: string | null): Promise<boolean> {
  const found = await tx.sharedTopic.findFirst({
    where: { name: { equals: name, mode: "insensitive" }, ...(but && { key: { not: but } }) },
    select: { key: true },
  });
  return found !== null;
}

/** Adds a topic; every workspace is offered it from then on. Errors: `already_used`. */
export const addTopic = defineAdminUseCase(
  { audit: ["topic.added"], schema: newTopic, confirm: "none", timeoutMs: 60_000 },
  async ({ tx, admin, now, record }, { name, nameAr }) => {
    if (await isTaken(tx, name, null)) return refused("name", "already_used");
    const wished = keyForTopic(name);
    const like = await tx.sharedTopic.findMany({
      where: { key: { startsWith: wished } },
      select: { key: true },
    });
    const used = new Set(like.map(({ key }) => key));
    let key = wished;
    for (let no = 2; used.has(key); no++) key = `${wished}_${no}`;
    await tx.sharedTopic.create({ data: { key, name, nameAr, updatedAt: now, updatedBy: admin.userId } });
    await record({ kind: "topic.added", workspaceId: null, detail: { topic: key } });
    return done({ key });
  },
);

/** Calls a topic something else, in both languages and in every workspace. Errors: `already_used`, `conflict`. */
export const renameTopic = defineAdminUseCase(
  { audit: ["topic.renamed"], schema: renamedTopic, confirm: "none", timeoutMs: 60_000 },
  async ({ tx, admin, now, record, nothingChanged }, { key, version, name, nameAr }) => {
    const before = await tx.sharedTopic.findUnique({ where: { key } });
    if (!before) return failed("not_found");
    if (before.name === name && before.nameAr === nameAr) {
      nothingChanged();
      return done({ key });
    }
    if (before.version !== version) return failed("conflict");
    if (await isTaken(tx, name, key)) return refused("name", "already_used");
    const { count } = await tx.sharedTopic.updateMany({
      where: { key, version },
      data: { name, nameAr, version: { increment: 1 }, updatedAt: now, updatedBy: admin.userId },
    });
    if (count === 0) return failed("conflict");
    await record({ kind: "topic.renamed", workspaceId: null, detail: { topic: key } });
    return done({ key });
  },
);

/** Offers a topic no longer, or again. It stays where it is used. */
export const retireTopic = defineAdminUseCase(
  {
    audit: ["topic.retired", "topic.back"],
    schema: z.strictObject({ key: topicKey, retire: z.enum(["yes", "no"]) }),
    confirm: "none",
    timeoutMs: 60_000,
  },
  async ({ tx, admin, now, record, nothingChanged }, { key, retire }) => {
    const before = await tx.sharedTopic.findUnique({ where: { key } });
    if (!before) return failed("not_found");
    if ((before.retiredAt !== null) === (retire === "yes")) {
      nothingChanged();
      return done({ key });
    }
    await tx.sharedTopic.update({
      where: { key },
      data: {
        retiredAt: retire === "yes" ? now : null,
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: admin.userId,
      },
    });
    const kind = retire === "yes" ? ("topic.retired" as const) : ("topic.back" as const);
    await record({ kind, workspaceId: null, detail: { topic: key } });
    return done({ key });
  },
);
