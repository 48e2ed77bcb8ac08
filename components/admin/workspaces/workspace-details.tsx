import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { InvitationState } from "@/lib/domain/members";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { WorkspaceState } from "@/lib/domain/workspace";
import type { LifeEventKind, LifeStep } from "@/lib/domain/workspace-life";
import type { WorkspaceFigures } from "@/lib/domain/workspace-list";
import { useFormats } from "@/lib/i18n/use-formats";
import { LifeCard } from "./life-card";
import { OwnersCard } from "./owners-card";
import { useSize } from "./use-size";

export type WorkspaceDetailsProps = {
  slug: string;
  name: string;
  state: WorkspaceState;
  timeZone: string;
  openedOn: PlainDate;
  lastActiveOn: PlainDate | null;
  eraseOn: PlainDate | null;
  erasureAskedOn: PlainDate | null;
  ending: boolean;
  owners: readonly { id: string; name: string | null; email: string }[];
  invitation: { email: string; state: InvitationState } | null;
  figures: WorkspaceFigures;
  steps: readonly LifeStep[];
  life: readonly { id: string; at: Date; kind: LifeEventKind; by: string | null }[];
};

const FIGURES = [
  "consultations",
  "needsAnswer",
  "inTime",
  "acted",
  "underWay",
  "other",
  "activities",
] as const satisfies readonly (keyof WorkspaceFigures)[];

/** One workspace: its days and counts, whom to write to, and what can be done. Never a word of its content. */
export function WorkspaceDetails(workspace: WorkspaceDetailsProps) {
  const t = useTranslations("workspaces");
  const formats = useFormats();
  const size = useSize();
  const { slug, figures, lastActiveOn } = workspace;
  return (
    <>
      <Ending {...workspace} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Acts slug={slug} steps={workspace.steps} />
          <OwnersCard slug={slug} owners={workspace.owners} invitation={workspace.invitation} />
          <LifeCard life={workspace.life} timeZone={workspace.timeZone} />
        </div>
        <div className="grid gap-4">
          <Card title={t("one.facts")}>
            <DefinitionList
              items={[
                {
                  term: t("one.address"),
                  value: <bdi dir="ltr" className="wrap-anywhere">{`/w/${slug}`}</bdi>,
                },
                { term: t("one.openedOn"), value: formats.date(workspace.openedOn) },
                { term: t("one.members"), value: formats.number(figures.members) },
                {
                  term: t("one.lastChange"),
                  value: lastActiveOn ? formats.date(lastActiveOn) : t("neverChanged"),
                },
                {
                  term: t("one.kept"),
                  value: t("one.rows", { count: figures.entries, size: size(figures.bytes) }),
                },
              ]}
            />
          </Card>
          <Card title={t("one.figures")}>
            <DefinitionList
              items={FIGURES.map((key) => ({
                term: t(`one.${key}`),
                value: <span className="tabular-nums">{formats.number(figures[key])}</span>,
              }))}
            />
            <p className="mt-3 text-sm text-ink-2">{t("how")}</p>
          </Card>
        </div>
      </div>
    </>
  );
}

/** Above everything: that its end is set, or asked for. */
function Ending({ ending, eraseOn, erasureAskedOn }: WorkspaceDetailsProps) {
  const t = useTranslations("workspaces.one");
  const formats = useFormats();
  if (!eraseOn && !erasureAskedOn) return null;
  return (
    <div className="mb-4 grid gap-4">
      {eraseOn ? (
        <Notice>{ending ? t("ending") : t("closing", { date: formats.date(eraseOn) })}</Notice>
      ) : null}
      {erasureAskedOn && !ending ? (
        <Notice>{t("asked", { date: formats.date(erasureAskedOn) })}</Notice>
      ) : null}
    </div>
  );
}

function Acts({ slug, steps }: { slug: string; steps: readonly LifeStep[] }) {
  const t = useTranslations("workspaces");
  return (
    <Card title={t("acts.title")}>
      {steps.length === 0 ? <p>{t("acts.none")}</p> : null}
      <ul className="divide-y divide-line">
        {steps.map((step) => (
          <li key={step} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0 flex-1 basis-48">{t(`step.${step}.lead`)}</span>
            <ButtonLink
              href={`/admin/workspaces/${slug}/${step}`}
              variant={step === "erase" ? "danger" : "secondary"}
            >
              {t(`step.${step}.button`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
