import "server-only";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { log } from "@/lib/services/log";
import { registrationAnswer } from "./answers";
import { takeChallenge } from "./challenges";
import { relyingParty } from "./relying-party";

/** How many keys one person may have: enough for a household of devices, too few to fill a table. */
const MOST = 20;
const keyName = z.string().trim().min(1).max(60);

/** Keeps the public half of a key that this person's browser just made. */
export async function addPasskey(
  userId: string,
  typedName: string,
  answer: unknown,
): Promise<Result<{ id: string }>> {
  const name = keyName.safeParse(typedName);
  if (!name.success) return refused("name", typedName.trim() ? "too_long" : "required");
  const made = registrationAnswer.safeParse(answer);
  if (!made.success) return failed("invalid");
  if ((await systemClient().passkey.count({ where: { userId } })) >= MOST) return refused("name", "too_many");
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: made.data,
      expectedChallenge: (challenge) => takeChallenge(challenge, userId),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    });
    if (!verified) return failed("invalid");
    const { id, publicKey, counter } = registrationInfo.credential;
    const { id: passkeyId } = await systemClient().passkey.create({
      data: {
        userId,
        name: name.data,
        credentialId: id,
        publicKey,
        counter,
        transports: made.data.response.transports ?? [],
      },
    });
    return done({ id: passkeyId });
  } catch (error) {
    log().warn({ reason: error instanceof Error ? error.name : "unknown" }, "a passkey was not added");
    return failed("invalid");
  }
}
