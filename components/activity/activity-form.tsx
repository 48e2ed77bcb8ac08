import { useTranslations } from "next-intl";
import { RemoveForm } from "@/components/consultation/forms/remove-form";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { Button } from "@/components/ui/button";
import type { FormView } from "@/lib/domain/form-view";
import {
  logActivityAction,
  logAnotherActivityAction,
  removeActivityAction,
  reviseActivityAction,
} from "@/lib/features/activities/actions";
import { type ActivityChoices, ActivityFields } from "./activity-fields";
import { useActivityLabels } from "./activity-labels";

type Props = {
  /** null: a new one. */
  id: string | null;
  view: FormView;
  choices: ActivityChoices;
  workspace: { slug: string; timeZone: string };
};

/** The form of an activity, and below a recorded one the way to take it out. */
export function ActivityForm({ id, view, choices, workspace }: Props) {
  const t = useTranslations("activity-form");
  const form = { view, labels: useActivityLabels() };
  const place = {
    ...workspace,
    page: id ? `/activities/${id}/edit` : "/activities/new",
    back: { path: id ? `/activities/${id}` : "/activities", label: t("back") },
  };
  const another = view.sentTwice ? (
    <Button type="submit" variant="secondary" formAction={logAnotherActivityAction}>
      {t("edit.another")}
    </Button>
  ) : undefined;
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={id ? reviseActivityAction : logActivityAction}
        submit={id ? t("edit.save") : t("new.save")}
        also={another}
      >
        <ActivityFields form={form} choices={choices} slug={workspace.slug} />
      </TypedForm>
      {id ? (
        <RemoveForm
          slug={workspace.slug}
          id={id}
          action={removeActivityAction}
          label={t("edit.remove")}
          help={t("edit.removeHelp")}
        />
      ) : null}
    </>
  );
}
