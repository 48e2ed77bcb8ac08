/** Closes a direction mark, so that words in another script do not turn the sentence they stand in around them. */
export const isolated = (text: string) => `\u2068${text}\u2069`;
