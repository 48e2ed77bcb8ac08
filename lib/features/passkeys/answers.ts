import "server-only";
import { z } from "zod";

// What browsers send back, as far as its shape goes; whether it is true is for the library to check.

const text = z.string().max(20_000);
const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
export const transports = z.array(z.enum(TRANSPORTS)).max(TRANSPORTS.length).catch([]);

const credential = {
  id: text.min(1),
  rawId: text.min(1),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
};

/** A newly made key. */
export const registrationAnswer = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: transports.optional() }),
});

/** A signature by a known key. */
export const authenticationAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});
