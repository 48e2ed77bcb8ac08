import crypto from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import S3rver from "s3rver";

export const BUCKET = "followthrough-test";

// The server marks where its next page begins with a cipher that today's OpenSSL has no more under its old name. With
// one key three times over, this one is the same.
for (const make of ["createCipheriv", "createDecipheriv"] as const) {
  const real: (name: string, key: Buffer, iv: Buffer) => unknown = crypto[make];
  Object.assign(crypto, {
    [make]: (name: string, key: Buffer, iv: Buffer) =>
      name === "des" ? real("des-ede3-cbc", Buffer.concat([key, key, key]), iv) : real(name, key, iv),
  });
}

/** A real S3-compatible server on a free port, with a folder of its own. Answers its `S3_URL` and how to end it. */
export async function startS3(): Promise<{ url: string; stop: () => Promise<void> }> {
  const directory = mkdtempSync(path.join(os.tmpdir(), "followthrough-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    vhostBuckets: false,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/${BUCKET}?region=us-east-1`,
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
