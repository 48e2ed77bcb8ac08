import { useTranslations } from "next-intl";
import {
  recordFollowUpAction,
  removeFollowUpAction,
  reviseFollowUpAction,
} from "@/lib/features/follow-ups/actions";
import { FollowUpForm, type FollowUpFormProps, type FollowUpParent } from "./follow-up-form";

type Props = FollowUpFormProps & { consultation: { id: string; publicBody: string } };

/** A promise or another follow-up of a consultation. */
export function ConsultationPromiseForm({ consultation, ...form }: Props) {
  const t = useTranslations("consultation-form");
  const parent: FollowUpParent = {
    path: `/consultations/${consultation.id}`,
    back: t("back"),
    publicBody: consultation.publicBody,
    carries: { _consultation: consultation.id },
    actions: { record: recordFollowUpAction, revise: reviseFollowUpAction, remove: removeFollowUpAction },
  };
  return <FollowUpForm {...form} parent={parent} />;
}
