import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { systemClient } from "@/lib/db/clients";
import { settings } from "@/lib/env";

type Limit = { name: string; points: number; seconds: number };

/** Limits hold across all servers: they are counted in PostgreSQL. Keys are hashed; nobody's address is kept. */
const LIMITS = {
  signInByAddress: { name: "sign-in-address", points: 5, seconds: 3600 },
  signInByVisitor: { name: "sign-in-visitor", points: 30, seconds: 3600 },
  passkeyByVisitor: { name: "passkey-visitor", points: 60, seconds: 3600 },
  secondFactorByPerson: { name: "second-factor-person", points: 10, seconds: 900 },
  passkeyByPerson: { name: "passkey-person", points: 20, seconds: 3600 },
  shareByVisitor: { name: "share-visitor", points: 30, seconds: 3600 },
  feedByVisitor: { name: "feed-visitor", points: 30, seconds: 3600 },
  linkByMember: { name: "link-member", points: 30, seconds: 3600 },
  sharePassphrase: { name: "share-passphrase", points: 10, seconds: 3600 },
} satisfies Record<string, Limit>;

/** Counts one use. Answers the seconds to wait when there were too many, else null. */
export async function countUse(limit: keyof typeof LIMITS, subject: string): Promise<number | null> {
  const { name, points, seconds } = LIMITS[limit];
  const limiter = new RateLimiterPrisma({
    storeClient: systemClient(),
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
  });
  const key = createHmac("sha256", settings().authSecret).update(subject).digest("base64url");
  try {
    await limiter.consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
    throw error;
  }
}
