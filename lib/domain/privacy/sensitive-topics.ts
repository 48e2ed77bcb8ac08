/**
 * Topics whose records show the month only, for every date they have: with the day, somebody who was seen on the way
 * there could be placed in a room about papers, health of mind, violence or hatred. What a body promised for such a
 * day is shown as its month too: from one exact date the others can often be worked out.
 */
export const SENSITIVE_TOPICS = ["immigration_advice", "mental_health", "safety", "gender_equality"] as const;

/** Parts of words that make an organisation's own topic sensitive. Rather one too many. */
const SENSITIVE_WORDS = [
  "asylum",
  "immigra",
  "visa",
  "deport",
  "detention",
  "trafficking",
  "undocumented",
  "mental",
  "trauma",
  "suicid",
  "tortur",
  "abuse",
  "violen",
  "hate",
  "racis",
  "discriminat",
  "exploitation",
  "slavery",
  "gender",
  "women",
  "fgm",
  "lgbt",
  "sexual",
  "hiv",
  "لجوء",
  "هجرة",
  "تأشير",
  "ترحيل",
  "احتجاز",
  "نفسي",
  "صدم",
  "تعذيب",
  "عنف",
  "كراهي",
  "عنصري",
  "تمييز",
  "استغلال",
  "نساء",
  "المرأة",
];

/** Whether a record on this topic shows the month only. `key` is null for an organisation's own topic. */
export function isSensitiveTopic({ key, name }: { key: string | null; name: string }): boolean {
  if (key !== null) return SENSITIVE_TOPICS.some((topic) => topic === key);
  const text = name.toLowerCase();
  return SENSITIVE_WORDS.some((word) => text.includes(word));
}
