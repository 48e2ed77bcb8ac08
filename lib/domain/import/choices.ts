import { comparable } from "@/lib/domain/import/text";

/** The choices of each choice field: key, then its English label, then other words met in sheets. */
export const CHOICES = {
  kind: {
    survey: ["Survey", "Questionnaire", "Online survey", "Poll"],
    focus_group: ["Focus group"],
    meeting: ["Meeting", "Public meeting", "Town hall", "Roundtable", "Round table"],
    one_to_one: ["One-to-one talks", "One-to-one", "One to ones", "1:1", "1 to 1", "One-on-one"],
    public_committee: ["Public committee", "Committee"],
    advisory_group: ["Advisory group", "Advisory board", "Advisory panel"],
    co_design: ["Co-design workshop", "Co-design", "Codesign", "Co-production"],
    other: ["Other", "Something else"],
  },
  participationLevel: {
    informed: ["Informed", "Inform"],
    consulted: ["Consulted", "Consult"],
    involved: ["Involved", "Involve"],
    collaborating: ["Collaborating", "Collaborate", "Collaborated"],
    deciding: ["Deciding", "Decide", "Empower", "Empowered"],
  },
  voice: {
    leaders_only: ["Leaders only", "Leaders"],
    staff: ["Staff", "Staff only"],
    leaders_and_members: ["Leaders and members", "Leaders & members"],
    members: ["Members directly", "Members"],
    wider_community: ["Wider community", "Community"],
  },
} as const;

export type ChoiceField = keyof typeof CHOICES;
export type Choice<F extends ChoiceField> = keyof (typeof CHOICES)[F] & string;

function index<F extends ChoiceField>(field: F): Map<string, Choice<F>> {
  const byWord = new Map<string, Choice<F>>();
  for (const key of keysOf(field)) {
    byWord.set(comparable(key), key);
    const labels: unknown = CHOICES[field][key];
    if (Array.isArray(labels)) for (const label of labels) byWord.set(comparable(String(label)), key);
  }
  return byWord;
}

/** The keys of a choice field, in their natural order. */
export function keysOf<F extends ChoiceField>(field: F): Choice<F>[] {
  return Object.keys(CHOICES[field]).filter((key): key is Choice<F> => key in CHOICES[field]);
}

const KINDS = index("kind");
const LEVELS = index("participationLevel");
const VOICES = index("voice");

/** The kind a cell names, by key or English label in any case; null when it names none. */
export function readKind(cell: string): Choice<"kind"> | null {
  return KINDS.get(comparable(cell)) ?? null;
}

/** The participation level a cell names; null when it names none. */
export function readLevel(cell: string): Choice<"participationLevel"> | null {
  return LEVELS.get(comparable(cell)) ?? null;
}

/** Whose voice a cell names; null when it names none. */
export function readVoice(cell: string): Choice<"voice"> | null {
  return VOICES.get(comparable(cell)) ?? null;
}

const YES = new Set(["y", "yes", "true", "t", "1", "x", "oui", "o", "vrai", "si", "ja", "answered"]);
const NO = new Set([
  "",
  "n",
  "no",
  "false",
  "f",
  "0",
  "non",
  "faux",
  "nein",
  "none",
  "na",
  "n a",
  "not yet",
  "not answered",
  "pending",
]);

/** Yes, no (an empty cell is a no), or null when the words are neither. */
export function readYesNo(cell: string): boolean | null {
  const text = cell.trim();
  if (/^[✓✔☑✅]\uFE0F?$/u.test(text)) return true;
  if (/^[✗✘☐❌–—-]\uFE0F?$/u.test(text)) return false;
  const word = comparable(text);
  if (YES.has(word)) return true;
  return NO.has(word) && (word !== "" || text === "") ? false : null;
}
