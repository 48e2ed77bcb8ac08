import "server-only";
import type { Tx } from "@/lib/db/doors";
import type { ErasureKind } from "@/lib/domain/erasure";

/**
 * Writes into the erasure ledger that something is erased for good, in the transaction that erases it. A restore from
 * an older copy erases it again. Records are erased inside of their workspace, whose id is taken from the transaction;
 * a person or a whole workspace from outside (the system's transaction).
 * @param kind what it was; `trash` for a removed record that nobody can put back any more
 * @param id of the person, the workspace, the record, or of the record in the trash
 */
export async function recordErasure(tx: Tx, kind: ErasureKind, id: string): Promise<void> {
  await tx.$executeRaw`SELECT record_erasure(${kind}, ${id}::uuid, NULL)`;
}
