import path from "node:path";
import type { S3Address } from "@/lib/domain/s3-address";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

/** The store that the settings name: `<dataDir>/files`, or an S3-compatible one. */
export function openStore({ dataDir, s3 }: { dataDir: string; s3: S3Address | null }): FileStore {
  return s3 ? s3Store(s3) : folderStore(path.join(/* turbopackIgnore: true */ dataDir, "files"));
}
