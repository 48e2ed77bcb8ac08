import { useTranslations } from "next-intl";
import {
  FollowUpForm,
  type FollowUpFormProps,
  type FollowUpParent,
} from "@/components/follow-up/follow-up-form";
import {
  recordPromiseAction,
  removePromiseAction,
  revisePromiseAction,
} from "@/lib/features/activities/actions";

type Props = FollowUpFormProps & { activity: { id: string; publicBody: string | null } };

/** A promise made at an activity: the questions of every follow-up. */
export function PromiseForm({ activity, ...form }: Props) {
  const t = useTranslations("activity-form");
  const parent: FollowUpParent = {
    path: `/activities/${activity.id}`,
    back: t("back"),
    publicBody: activity.publicBody,
    carries: form.id ? { _activity: activity.id } : { activityId: activity.id },
    actions: { record: recordPromiseAction, revise: revisePromiseAction, remove: removePromiseAction },
  };
  return <FollowUpForm {...form} parent={parent} />;
}
