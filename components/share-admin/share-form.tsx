import { useTranslations } from "next-intl";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { FormView } from "@/lib/domain/form-view";
import { prepareShareAction, reviseShareAction } from "@/lib/features/shares/actions";
import { ShareFields } from "./share-fields";

type Props = {
  /** null: a new one. */
  id: string | null;
  view: FormView;
  bodies: readonly { id: string; name: string }[];
  released: boolean;
  workspace: { slug: string; timeZone: string };
};

/** The form of a view: a new one, or one whose content changes. */
export function ShareForm({ id, view, bodies, released, workspace }: Props) {
  const t = useTranslations("shares.form");
  const labels = {
    audience: t("audience"),
    officerEmail: t("officerEmail"),
    wantsPassphrase: t("wantsPassphrase"),
    publicBodyId: t("publicBodyId"),
    sections: t("sections"),
    fromOn: t("fromOn"),
    toOn: t("toOn"),
    expiresOn: t("expiresOn"),
  };
  const form = { view, labels };
  const place = {
    ...workspace,
    page: id ? `/shares/${id}/edit` : "/shares/new",
    back: { path: id ? `/shares/${id}` : "/shares", label: t("back") },
  };
  // Whom a released view is for is not asked again, and the form is whole without it.
  const carries: Record<string, string> = released ? { audience: "link" } : {};
  return (
    <TypedForm
      form={form}
      place={place}
      action={id ? reviseShareAction : prepareShareAction}
      submit={t("look")}
      carries={carries}
    >
      <ShareFields form={form} bodies={bodies} released={released} />
    </TypedForm>
  );
}
