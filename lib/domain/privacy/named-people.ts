import { isTitleWord } from "./job-titles";

/** Forms of address that a name follows. */
const BEFORE_A_NAME =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Ald|Alderman|PC|Sgt|Rev|Reverend)\.?[ \u00a0]+(\p{Lu}[\p{L}’'-]+)/gu;
const BEFORE_A_NAME_IN_ARABIC =
  /(?<![\p{L}\p{N}])(?:ال)?(?:سيد|سيدة|دكتور|دكتورة|أستاذ|أستاذة)[ \u00a0]+(\p{L}+)/gu;

/**
 * Whether a text names somebody by a form of address: "Cllr Ahmed", "Mrs Young", but not "Councillor training" or
 * "the Lord Mayor". A name alone cannot be told from any other word: for that the owner reads the view before it goes
 * out.
 */
export function namesSomebody(text: string): boolean {
  return [BEFORE_A_NAME, BEFORE_A_NAME_IN_ARABIC].some((pattern) =>
    [...text.matchAll(pattern)].some(([, word = ""]) => !isTitleWord(word)),
  );
}
