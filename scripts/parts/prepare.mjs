// Runs scripts/prepare.ts as the owner: roles, migrations, seeds.
import { ended, startNode, typescript } from "./children.mjs";
import { ownerEnvironment } from "./database.mjs";
import { Halt } from "./say.mjs";

/** Brings a database up to date; the reason of a failure is on stderr already. */
export async function prepareDatabase(settings, database, ...options) {
  const child = startNode(typescript("scripts/prepare.ts", ...options), {
    stdio: ["ignore", 2, 2],
    env: {
      ...ownerEnvironment(settings, database),
      // Only addresses that were given: the others are derived there, and their passwords set.
      APP_DATABASE_URL: settings.roleUrls.tenant ?? "",
      SYSTEM_DATABASE_URL: settings.roleUrls.system ?? "",
      SHARE_DATABASE_URL: settings.roleUrls.share ?? "",
    },
  });
  const { code } = await ended(child);
  if (code !== 0) throw new Halt("The database could not be prepared; the reason is above.");
}
