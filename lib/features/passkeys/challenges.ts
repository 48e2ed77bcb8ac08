import "server-only";
import { systemClient } from "@/lib/db/clients";

const LIFETIME_SECONDS = 300;

/** Remembers a challenge that was handed out: for a person who adds a key, or null for somebody signing in. */
export async function keepChallenge(challenge: string, userId: string | null): Promise<void> {
  const now = Date.now();
  await systemClient().passkeyChallenge.deleteMany({ where: { expires: { lt: new Date(now) } } });
  await systemClient().passkeyChallenge.create({
    data: { challenge, userId, expires: new Date(now + LIFETIME_SECONDS * 1000) },
  });
}

/** Uses a challenge up. Answers whether it was ours, meant for this, and in time: true once and never again. */
export async function takeChallenge(challenge: string, userId: string | null): Promise<boolean> {
  const { count } = await systemClient().passkeyChallenge.deleteMany({
    where: { challenge, userId, expires: { gt: new Date() } },
  });
  return count === 1;
}
