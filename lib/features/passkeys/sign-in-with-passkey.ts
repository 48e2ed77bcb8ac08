import "server-only";
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { countUse } from "@/lib/access/rate-limit";
import { systemClient } from "@/lib/db/clients";
import { done, failed, type Result } from "@/lib/domain/result";
import { log } from "@/lib/services/log";
import { authenticationAnswer, transports } from "./answers";
import { keepChallenge, takeChallenge } from "./challenges";
import { relyingParty } from "./relying-party";

/** What a browser needs to offer its keys. Nobody has said who they are yet, so nobody's keys are told. */
export async function beginSignIn(visitor: string): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  const wait = await countUse("passkeyByVisitor", visitor);
  if (wait !== null) return { ...failed("too_many_requests"), retryAfterSeconds: wait };
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
  });
  await keepChallenge(options.challenge, null);
  return done(options);
}

/** Whose key signed our challenge. A key that counts must have counted on: a copy of it is refused. */
export async function checkPasskey(answer: unknown, visitor: string): Promise<Result<{ userId: string }>> {
  const wait = await countUse("passkeyByVisitor", visitor);
  if (wait !== null) return { ...failed("too_many_requests"), retryAfterSeconds: wait };
  const signed = authenticationAnswer.safeParse(answer);
  if (!signed.success) return failed("invalid");
  const key = await systemClient().passkey.findUnique({ where: { credentialId: signed.data.id } });
  if (!key) return failed("not_found");
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: signed.data,
      expectedChallenge: (challenge) => takeChallenge(challenge, null),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(key.publicKey),
        counter: Number(key.counter),
        transports: transports.parse(key.transports),
      },
    });
    if (!verified) return failed("invalid");
    const { count } = await systemClient().passkey.updateMany({
      where: { id: key.id, counter: key.counter },
      data: { counter: authenticationInfo.newCounter, lastUsedAt: new Date() },
    });
    return count === 1 ? done({ userId: key.userId }) : failed("conflict");
  } catch (error) {
    log().warn({ reason: error instanceof Error ? error.name : "unknown" }, "a passkey was refused");
    return failed("invalid");
  }
}
