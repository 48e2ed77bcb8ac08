/** A text as a string of a style sheet. Everything but letters and digits of ASCII is escaped, so nothing can end it. */
export function cssString(text: string): string {
  const escaped = [...text].map((letter) =>
    /[A-Za-z0-9]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join("")}"`;
}
