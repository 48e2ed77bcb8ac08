import { pseudoMessage } from "./pseudo";

type Tree = { readonly [key: string]: string | Tree };

/**
 * A translation in the shape of the English catalogue. A message it lacks is the English one put into the pseudo
 * language: nobody takes it for finished. An offered language lacks none (scripts/check-messages.ts).
 */
export function fillCatalogue<T extends Tree>(english: T, translation: Tree): T;
export function fillCatalogue(english: Tree, translation: Tree): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([key, message]) => {
      const translated = translation[key];
      if (typeof message === "string")
        return [key, typeof translated === "string" ? translated : pseudoMessage(message)];
      return [key, fillCatalogue(message, typeof translated === "object" ? translated : {})];
    }),
  );
}
