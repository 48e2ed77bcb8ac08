import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AnswerProposal } from "@/lib/domain/linked/answer-proposal";
import { dismissProposalAction, reconsiderProposalAction } from "@/lib/features/linked/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  proposal: AnswerProposal;
  /** The consultation's page. */
  path: string;
  slug: string;
  mayWrite: boolean;
};

/** What looks like an answer on their page. It counts for nothing until somebody records it. */
export function Proposal({ proposal, path, slug, mayWrite }: Props) {
  const t = useTranslations("linked.proposal");
  const formats = useFormats();
  const { id, receivedOn, summary, sourceUrl } = proposal;
  return (
    <section
      id="proposal"
      aria-labelledby="proposal-title"
      className="mb-4 scroll-mt-4 rounded-md border-2 border-teal bg-teal-soft p-4 md:p-6 lg:mb-6"
    >
      <h2 id="proposal-title" className="text-lg">
        {receivedOn ? t("title", { date: formats.date(receivedOn) }) : t("titleNoDate")}
      </h2>
      <p className="mt-1 max-w-measure">{t("text")}</p>
      {summary ? (
        <TheirWords words={summary} more={t("more")} />
      ) : (
        <p className="mt-3 max-w-measure">{t("noWords")}</p>
      )}
      <p>
        <a
          href={sourceUrl}
          rel="noreferrer"
          className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t("page")}
        </a>
      </p>
      {mayWrite ? (
        <div className="mt-2 flex flex-wrap gap-3">
          <ButtonLink href={`${path}/answer?proposal=${id}`}>{t("record")}</ButtonLink>
          <form action={dismissProposalAction}>
            <input type="hidden" name="_workspace" value={slug} />
            <input type="hidden" name="_from" value={path.replace(`/w/${slug}`, "")} />
            <input type="hidden" name="id" value={id} />
            <Button type="submit" variant="secondary">
              {t("dismiss")}
            </Button>
          </form>
        </div>
      ) : null}
    </section>
  );
}

/** At most so much of their words stands open, in characters. */
const OPEN_WORDS = 600;

function TheirWords({ words, more }: { words: string; more: string }) {
  const end = words.length > OPEN_WORDS ? words.lastIndexOf(" ", OPEN_WORDS) : -1;
  const [open, rest] = end > 0 ? [words.slice(0, end), words.slice(end + 1)] : [words, ""];
  const text = "wrap-anywhere whitespace-pre-line";
  return (
    <blockquote dir="auto" className="mt-3 max-w-measure border-line-strong border-s-4 ps-4">
      <p className={text}>{open}</p>
      {rest ? (
        <details>
          <summary className="inline-flex min-h-11 items-center text-teal underline underline-offset-4">
            {more}
          </summary>
          <p className={text}>{rest}</p>
        </details>
      ) : null}
    </blockquote>
  );
}

/** Above the form of an answer that starts with what their page says. */
export function ProposedNotice() {
  const t = useTranslations("linked.proposal");
  return (
    <div className="mb-6 max-w-form">
      <Notice>{t("filled")}</Notice>
    </div>
  );
}

type DismissedProps = {
  query: Readonly<Record<string, string | string[] | undefined>>;
  slug: string;
  page: string;
};

/** After "this is not an answer": what that means, and the way to take it back. */
export function DismissedNotice({ query, slug, page }: DismissedProps) {
  const t = useTranslations("linked");
  const common = useTranslations("common");
  if (query.done !== "proposal_dismissed" || typeof query.proposal !== "string") return null;
  return (
    <Notice
      kind="success"
      action={
        <form action={reconsiderProposalAction}>
          <input type="hidden" name="_workspace" value={slug} />
          <input type="hidden" name="_from" value={page} />
          <input type="hidden" name="id" value={query.proposal} />
          <Button type="submit" variant="quiet">
            {common("undo")}
          </Button>
        </form>
      }
    >
      {t("dismissed")}
    </Notice>
  );
}
