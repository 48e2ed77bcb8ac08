import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { directoryId } from "@/lib/domain/reference";
import { done, failed } from "@/lib/domain/result";
import { referenceForms, referenceView } from "./form";

/** The form of a new entry. */
export const openNewBodyForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none" },
  async ({ tx, admin }) => {
    const fresh = { id: [randomUUID()], kind: ["council"] };
    return done({ view: await referenceView(tx, admin, referenceForms.newBody, fresh) });
  },
);

function findEntry(tx: Tx, id: string) {
  return tx.directoryBody.findUnique({
    where: { id },
    include: {
      merged: { select: { id: true, name: true } },
      successor: { select: { id: true, name: true } },
      tookOver: { select: { id: true, name: true }, orderBy: { name: "asc" } },
    },
  });
}

/** An entry with its form, and where it came from and went. */
export const openBodyEntry = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ id: directoryId }), confirm: "none" },
  async ({ tx, admin }, { id }) => {
    const entry = await findEntry(tx, id);
    if (!entry) return failed("not_found");
    const { name, kind, nation, code, aliases, current, retiredOn, merged, successor, tookOver } = entry;
    const fresh = {
      id: [id],
      name: [name],
      kind: [kind],
      nation: [nation],
      code: [code],
      aliases: [aliases.join("\n")],
    };
    return done({
      entry: { id, name, current, endedOn: fromDb(retiredOn), merged, successor, tookOver },
      view: await referenceView(tx, admin, referenceForms.body(id), fresh, entry),
    });
  },
);

/** What can be named as the other entry: names of today, for a list to choose from. */
async function namesOfToday(tx: Tx, but: string): Promise<string[]> {
  const others = await tx.directoryBody.findMany({
    where: { current: true, id: { not: but } },
    select: { name: true },
    orderBy: { name: "asc" },
    take: 2000,
  });
  return others.map(({ name }) => name);
}

/** The form that says an entry is the same body as another. Not for one that is merged already. */
export const openMergeForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ id: directoryId }), confirm: "none" },
  async ({ tx, admin }, { id }) => {
    const entry = await findEntry(tx, id);
    if (!entry || entry.merged) return failed("not_found");
    const view = await referenceView(tx, admin, referenceForms.merge(id), { id: [id] });
    return done({ id, name: entry.name, aliases: entry.aliases, view, names: await namesOfToday(tx, id) });
  },
);

/** The form that says when an entry ended and who took over. Not for one that ended or was merged already. */
export const openEndForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ id: directoryId }), confirm: "none" },
  async ({ tx, admin }, { id }) => {
    const entry = await findEntry(tx, id);
    if (!entry || entry.merged || entry.retiredOn) return failed("not_found");
    const view = await referenceView(tx, admin, referenceForms.end(id), { id: [id] });
    return done({ id, name: entry.name, view, names: await namesOfToday(tx, id) });
  },
);
