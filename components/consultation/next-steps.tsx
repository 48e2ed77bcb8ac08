import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { type ConsultationRecord, counts } from "@/lib/domain/consultation-record";
import type { Standing } from "@/lib/domain/standing";

const STEPS = ["answer", "promise", "extension", "reasons", "end", "cancel", "reinstate"] as const;
type Step = (typeof STEPS)[number];

/** What can be recorded next, most useful first. */
const NEXT: Record<Standing, readonly Step[]> = {
  cancelled: ["reinstate"],
  planned: ["promise", "cancel"],
  stalled: ["promise", "answer"],
  open: ["end", "answer", "promise"],
  acted: ["promise", "answer"],
  promised: ["promise", "answer"],
  explained: ["promise", "answer"],
  answered: ["promise", "reasons", "answer"],
  waiting: ["answer", "promise", "extension"],
  no_action: ["promise", "reasons", "answer"],
  silent: ["answer", "promise", "extension"],
};
const PATHS: Record<Step, string> = {
  answer: "/answer",
  promise: "/promise",
  extension: "/extension",
  reasons: "/reasons",
  end: "/edit",
  cancel: "/cancel",
  reinstate: "/cancel",
};

interface NextStepsProps {
  record: ConsultationRecord;
  standing: Standing;
  /** The consultation's own path. */
  path: string;
}

/** Links to what can be recorded now: first what became of each open promise, then what fits where it stands. */
export function NextSteps({ record, standing, path }: NextStepsProps) {
  const t = useTranslations("consultation.next");
  const open = record.followUps
    .filter(
      (one) => counts(one) && (one.state === "late" || one.state === "disputed" || one.state === "open"),
    )
    .sort((a, b) => (a.effectiveDueOn < b.effectiveDueOn ? -1 : 1))
    .slice(0, 3);
  const steps = NEXT[standing].filter((step) => step !== "end" || record.endsOn === null);
  return (
    <ul className="grid">
      {open.map((followUp) => (
        <li key={followUp.id}>
          <Link href={`${path}/promise/${followUp.id}`} className={LINK}>
            <span className="line-clamp-2 wrap-anywhere">{t("followUp", { title: followUp.title })}</span>
          </Link>
        </li>
      ))}
      {steps.map((step) => (
        <li key={step}>
          <Link href={`${path}${PATHS[step]}`} className={LINK}>
            {t(step)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const LINK = "inline-flex min-h-11 items-center text-teal underline underline-offset-4";
