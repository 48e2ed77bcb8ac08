/** Fields that are one thing to their reader: who took part, and the officials who came. */
const TOGETHER: [pattern: RegExp, key: "people" | "officials"][] = [
  [/^(people|brought)_/, "people"],
  [/^(role|office|body)_\d/, "officials"],
];

/** The fields an event changed, as the catalogue knows them (`audit.field.<key>`): each once, unknown ones as "other". */
export function auditFieldKeys<K extends string>(
  fields: readonly string[],
  known: (key: string) => key is K,
) {
  const keys = fields.map((field): K | "people" | "officials" | "other" => {
    const together = TOGETHER.find(([pattern]) => pattern.test(field));
    if (together) return together[1];
    return known(field) ? field : "other";
  });
  return [...new Set(keys)];
}
