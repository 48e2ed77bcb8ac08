import { useTranslations } from "next-intl";
import { AreaField, DateField, RadioField, TextField } from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { FormSection } from "@/components/consultation/forms/form-section";
import { RemoveForm } from "@/components/consultation/forms/remove-form";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { BodyField } from "@/components/public-body/body-field";
import type { FormView } from "@/lib/domain/form-view";
import {
  BODY_SAYS,
  COMMUNITY_SAYS,
  FOLLOW_UP_OWNERS,
  PROMISE_BASES,
  WAITING_ON,
} from "@/lib/domain/taxonomy";
import { useFormats } from "@/lib/i18n/use-formats";
import { DateMoves, type Move } from "./date-moves";

type Action = (formData: FormData) => Promise<void>;

/** What a follow-up belongs to: its page, who promised there unless another body is named, and what the form carries. */
export type FollowUpParent = {
  path: string;
  back: string;
  publicBody: string | null;
  carries: Record<string, string>;
  actions: { record: Action; revise: Action; remove: Action };
};

export type FollowUpFormProps = {
  /** null: a new one. */
  id: string | null;
  view: FormView;
  moves: readonly Move[];
  bodies: readonly string[];
  workspace: { slug: string; timeZone: string; actionDays: number };
};

/** A follow-up: whose it is, what was promised, when, and what each side says happened since. */
export function FollowUpForm({
  parent,
  id,
  view,
  moves,
  bodies,
  workspace,
}: FollowUpFormProps & { parent: FollowUpParent }) {
  const t = useTranslations("follow-up-form");
  const form = { view, labels: useFollowUpLabels() };
  const { path, actions } = parent;
  const place = {
    ...workspace,
    page: id ? `${path}/promise/${id}` : `${path}/promise`,
    back: { path, label: parent.back },
  };
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={id ? actions.revise : actions.record}
        submit={id ? t("edit.save") : t("new.save")}
        carries={parent.carries}
      >
        <FormSection id="section-what" title={t("section.what")}>
          <WhatWasPromised form={form} publicBody={parent.publicBody} bodies={bodies} slug={workspace.slug} />
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
          action={actions.remove}
          label={t("edit.remove")}
          help={t("edit.removeHelp")}
        />
      ) : null}
    </>
  );
}

/** The labels of a follow-up's form, in the order of the page. */
function useFollowUpLabels(): Record<string, string> {
  const t = useTranslations("follow-up-form.field");
  return {
    owner: t("owner"),
    waitingOn: t("waitingOn"),
    title: t("title"),
    promisedWords: t("promisedWords"),
    basis: t("basis"),
    madeByRole: t("madeByRole"),
    publicBody: t("publicBody"),
    madeOn: t("madeOn"),
    dueOn: t("dueOn"),
    moveReason: t("moveReason"),
    bodySays: t("bodySays"),
    doneOn: t("doneOn"),
    communitySays: t("communitySays"),
    evidenceUrl: t("evidenceUrl"),
  };
}

/** Whose it is, what was promised and by whom. */
function WhatWasPromised({
  form,
  publicBody,
  bodies,
  slug,
}: {
  form: FormModel;
  /** Whose promise it is unless another one is named; null when nobody said. */
  publicBody: string | null;
  bodies: readonly string[];
  /** The workspace's part of the address. */
  slug: string;
}) {
  const t = useTranslations("follow-up-form.hint");
  const taxonomy = useTranslations("taxonomy");
  return (
    <>
      <RadioField
        form={form}
        name="owner"
        fallback="body"
        follow={{
          joint: (
            <RadioField
              form={form}
              name="waitingOn"
              fallback="body"
              choices={WAITING_ON.map((value) => ({ value, label: taxonomy(`waitingOn.${value}`) }))}
            />
          ),
        }}
        choices={FOLLOW_UP_OWNERS.map((value) => ({
          value,
          label: taxonomy(`owner.${value}`),
          hint: value === "body" && publicBody ? t("body", { body: publicBody }) : undefined,
        }))}
      />
      <TextField form={form} name="title" hint={t("title")} />
      <AreaField form={form} name="promisedWords" hint={t("promisedWords")} optional />
      <RadioField
        form={form}
        name="basis"
        hint={t("basis")}
        choices={PROMISE_BASES.map((value) => ({ value, label: taxonomy(`basis.${value}`) }))}
        optional
      />
      <TextField form={form} name="madeByRole" hint={t("madeByRole")} optional />
      <BodyField
        form={form}
        name="publicBody"
        hint={publicBody ? t("publicBody", { body: publicBody }) : undefined}
        bodies={bodies}
        slug={slug}
        optional={publicBody !== null}
      />
    </>
  );
}

type WhenProps = { form: FormModel; moves: readonly Move[]; actionDays: number; saved: boolean };

/** When it was made, when it is due, and how that moved. */
function When({ form, moves, actionDays, saved }: WhenProps) {
  const t = useTranslations("follow-up-form.hint");
  const formats = useFormats();
  return (
    <>
      <DateField form={form} name="madeOn" hint={saved ? undefined : t("madeOn")} optional={!saved} />
      <DateField
        form={form}
        name="dueOn"
        hint={t("dueOn", { days: formats.days(actionDays) })}
        optional
        example={false}
      />
      <DateMoves moves={moves} />
      {saved ? <TextField form={form} name="moveReason" hint={t("moveReason")} optional /> : null}
    </>
  );
}

/** What each side says came of it. */
function WhatHappened({ form }: { form: FormModel }) {
  const t = useTranslations("follow-up-form.hint");
  const taxonomy = useTranslations("taxonomy");
  return (
    <>
      <RadioField
        form={form}
        name="bodySays"
        fallback="not_started"
        choices={BODY_SAYS.map((value) => ({ value, label: taxonomy(`bodySays.${value}`) }))}
      />
      <DateField form={form} name="doneOn" hint={t("doneOn")} optional example={false} />
      <RadioField
        form={form}
        name="communitySays"
        hint={t("communitySays")}
        fallback="not_asked"
        choices={COMMUNITY_SAYS.map((value) => ({ value, label: taxonomy(`communitySays.${value}`) }))}
      />
      <TextField form={form} name="evidenceUrl" type="url" optional />
    </>
  );
}
