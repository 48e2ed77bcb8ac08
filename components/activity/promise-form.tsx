import { useTranslations } from "next-intl";
import { FormSection } from "@/components/consultation/forms/form-section";
import { RemoveForm } from "@/components/consultation/forms/remove-form";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { Move } from "@/components/follow-up/date-moves";
import {
  useFollowUpLabels,
  WhatHappened,
  WhatWasPromised,
  When,
} from "@/components/follow-up/follow-up-form";
import type { FormView } from "@/lib/domain/form-view";
import {
  recordPromiseAction,
  removePromiseAction,
  revisePromiseAction,
} from "@/lib/features/activities/actions";

type Props = {
  activity: { id: string; publicBody: string | null };
  /** null: a new one. */
  id: string | null;
  view: FormView;
  moves: readonly Move[];
  bodies: readonly string[];
  workspace: { slug: string; timeZone: string; actionDays: number };
};

/** A promise made at an activity: the questions of every follow-up. */
export function PromiseForm({ activity, id, view, moves, bodies, workspace }: Props) {
  const words = useTranslations("activity-form");
  const t = useTranslations("follow-up-form");
  const form = { view, labels: useFollowUpLabels() };
  const path = `/activities/${activity.id}`;
  const place = {
    ...workspace,
    page: id ? `${path}/promise/${id}` : `${path}/promise`,
    back: { path, label: words("back") },
  };
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={id ? revisePromiseAction : recordPromiseAction}
        submit={id ? t("edit.save") : t("new.save")}
        carries={id ? { _activity: activity.id } : { activityId: activity.id }}
      >
        <FormSection id="section-what" title={t("section.what")}>
          <WhatWasPromised
            form={form}
            publicBody={activity.publicBody}
            bodies={bodies}
            slug={workspace.slug}
          />
        </FormSection>
        <FormSection id="section-when" title={t("section.when")}>
          <When form={form} moves={moves} actionDays={workspace.actionDays} saved={id !== null} />
        </FormSection>
        <FormSection id="section-since" title={t("section.since")}>
          <WhatHappened form={form} />
        </FormSection>
      </TypedForm>
      {id ? (
        <RemoveForm
          slug={workspace.slug}
          id={id}
          action={removePromiseAction}
          label={t("edit.remove")}
          help={t("edit.removeHelp")}
        />
      ) : null}
    </>
  );
}
