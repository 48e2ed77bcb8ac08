import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { BodyKind } from "@/lib/domain/taxonomy";

const found = z.array(z.object({ asked: z.string(), id: z.uuid().nullable() }));
type Found = z.output<typeof found>;

/** One kind of space between words, none around them. */
export function tidyName(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}

/** Two names that mean the same entry. The database compares in the same way. */
export function sameName(one: string, other: string): boolean {
  return tidyName(one).toLowerCase() === tidyName(other).toLowerCase();
}

// Names nobody has used are created; of two people who create one at the same time, the database keeps one.
async function resolve(
  names: readonly string[],
  find: (names: string[]) => Promise<Found>,
  create: (names: string[]) => Promise<unknown>,
): Promise<string[]> {
  const asked = [...new Set(names.map(tidyName))];
  if (asked.length === 0) return [];
  let rows = await find(asked);
  const missing = rows.filter((row) => row.id === null).map((row) => row.asked);
  if (missing.length > 0) {
    await create(missing);
    rows = await find(asked);
  }
  const ids = new Map(rows.map((row) => [row.asked, row.id]));
  return [
    ...new Set(
      names.map((name) => {
        const id = ids.get(tidyName(name));
        if (!id) throw new Error("A name was neither found nor created");
        return id;
      }),
    ),
  ];
}

/**
 * The ids of this workspace's public bodies of these names, in the order given and each once. Upper and lower case
 * are the same; unknown names are created, with `kind`.
 */
export function resolveBodies(
  tx: Tx,
  member: Member,
  names: readonly string[],
  kind: BodyKind = "other",
): Promise<string[]> {
  const workspaceId = member.workspace.id;
  return resolve(
    names,
    async (asked) =>
      found.parse(
        await tx.$queryRaw`
          SELECT n.name AS asked, b.id FROM unnest(${asked}::text[]) AS n (name)
          LEFT JOIN public_bodies b ON b.workspace_id = ${workspaceId}::uuid AND lower(b.name) = lower(n.name)`,
      ),
    (missing) =>
      tx.publicBody.createMany({
        data: missing.map((name) => ({ workspaceId, name, kind })),
        skipDuplicates: true,
      }),
  );
}

/** The ids of this workspace's topics of these names; as `resolveBodies`. */
export function resolveTopics(tx: Tx, member: Member, names: readonly string[]): Promise<string[]> {
  const workspaceId = member.workspace.id;
  return resolve(
    names,
    async (asked) =>
      found.parse(
        await tx.$queryRaw`
          SELECT n.name AS asked, t.id FROM unnest(${asked}::text[]) AS n (name)
          LEFT JOIN topics t ON t.workspace_id = ${workspaceId}::uuid AND lower(t.name) = lower(n.name)`,
      ),
    (missing) =>
      tx.topic.createMany({ data: missing.map((name) => ({ workspaceId, name })), skipDuplicates: true }),
  );
}
