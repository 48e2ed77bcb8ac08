// What is made once and kept beside the embedded database.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { readIfThere, writeWhole } from "./processes.mjs";
import { Halt } from "./say.mjs";

/** Reads or makes { authSecret, ownerPassword, superuserPassword } in `<dataDir>/secrets.json`, readable by its user alone. */
export function keptSecrets(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  // 0711: as root, the database runs as another user and has to pass through.
  if (mkdirSync(dataDir, { recursive: true })) chmodSync(dataDir, 0o711);
  let text;
  try {
    text = readIfThere(file);
  } catch (error) {
    throw new Halt(`${file} cannot be read (${error.code}). Run this as the user who ran it before.`);
  }
  if (text !== null) {
    try {
      chmodSync(file, 0o600);
      const kept = JSON.parse(text);
      if (kept.authSecret && kept.ownerPassword && kept.superuserPassword) return kept;
    } catch {}
    throw new Halt(`${file} is damaged. Put it back from a backup: the database's passwords are in it.`);
  }
  const made = { authSecret: secret(), ownerPassword: secret(), superuserPassword: secret() };
  writeWhole(file, `${JSON.stringify(made, null, 2)}\n`, 0o600);
  return made;
}

export const secret = () => randomBytes(32).toString("base64url");
