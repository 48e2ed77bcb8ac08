import { z } from "zod";

/** What a backup says about itself: its first entry names the migrations, its last one proves every table. */
export const BACKUP_FORMAT = "followthrough backup 1";

export const backupHead = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
});
export type BackupHead = z.output<typeof backupHead>;

/** Of one table: how many rows, and the SHA-256 of their text in the order of the primary key. */
export const tableProof = z.strictObject({ rows: z.number().int(), sha256: z.string() });
export type TableProof = z.output<typeof tableProof>;

export const backupProof = z.strictObject({
  tables: z.record(z.string(), tableProof),
  /** By path below the data directory. */
  files: z.record(z.string(), z.string()),
});
export type BackupProof = z.output<typeof backupProof>;
