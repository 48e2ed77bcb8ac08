import "server-only";
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import type { Person } from "@/lib/access/person";
import { countUse } from "@/lib/access/rate-limit";
import { systemClient } from "@/lib/db/clients";
import { done, failed, type Result } from "@/lib/domain/result";
import { transports } from "./answers";
import { keepChallenge } from "./challenges";
import { relyingParty } from "./relying-party";

const APP_NAME = "Followthrough";

/** What a browser needs to make a key for this person. The key must know its holder: by face, finger or code. */
export async function beginAdding(
  person: Pick<Person, "id" | "email" | "name">,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const wait = await countUse("passkeyByPerson", person.id);
  if (wait !== null) return { ...failed("too_many_requests"), retryAfterSeconds: wait };
  const known = await systemClient().passkey.findMany({
    where: { userId: person.id },
    select: { credentialId: true, transports: true },
  });
  const options = await generateRegistrationOptions({
    rpName: APP_NAME,
    rpID: relyingParty().id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map((key) => ({
      id: key.credentialId,
      transports: transports.parse(key.transports),
    })),
  });
  await keepChallenge(options.challenge, person.id);
  return done(options);
}
