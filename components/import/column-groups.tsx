import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { keysOf } from "@/lib/domain/import/choices";
import { IMPORT_FIELDS, type ImportField } from "@/lib/domain/import/fields";
import { columnInput, REFERENCE_INPUTS } from "@/lib/domain/import/match-form";
import { ColumnSelect, type MatchFields } from "./column-select";

const NEEDED = ["title", "publicBody", "startsOn", "endsOn"] as const satisfies readonly ImportField[];
const ANSWERS = ["answered", "answerUrl", "answeredOn"] as const satisfies readonly ImportField[];
const OTHERS = IMPORT_FIELDS.filter(
  (field) => field !== "reference" && ![...NEEDED, ...ANSWERS].some((shown) => shown === field),
);

function Group({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="grid gap-5">
      <div className="max-w-measure">
        <h2 className="text-lg">{title}</h2>
        <p className="text-ink-2">{hint}</p>
      </div>
      {children}
    </section>
  );
}

function isChosen({ values }: MatchFields, field: ImportField): boolean {
  return Boolean(values[columnInput(field)]?.[0]);
}

/** What every consultation needs; where the sheet has no column for it, what holds for every row. */
export function NeededColumns(fields: MatchFields) {
  const t = useTranslations("import.match");
  return (
    <Group title={t("needed")} hint={t("neededHint")}>
      <ColumnSelect {...fields} field="title" />
      <ColumnSelect {...fields} field="publicBody" />
      {isChosen(fields, "publicBody") ? null : (
        <TextInput
          name="publicBody"
          label={t("publicBodyForAll")}
          hint={t("publicBodyForAllHint")}
          defaultValue={fields.values.publicBody?.[0]}
          autoComplete="off"
        />
      )}
      <ColumnSelect {...fields} field="startsOn" />
      <ColumnSelect {...fields} field="endsOn" />
      {isChosen(fields, "endsOn") ? null : (
        <Radios
          name="endsWhen"
          label={t("endsWhen")}
          defaultValue={fields.values.endsWhen?.[0]}
          choices={[
            { value: "startsOn", label: t("endsStart") },
            { value: "unknown", label: t("endsUnknown") },
          ]}
        />
      )}
    </Group>
  );
}

/** How a row is known again: one column, or several together. */
export function ReferenceColumns(fields: MatchFields) {
  const t = useTranslations("import.match");
  const [first, second, third] = REFERENCE_INPUTS;
  return (
    <Group title={t("keyTitle")} hint={t("keyHint")}>
      <ColumnSelect {...fields} field="reference" input={first} />
      <ColumnSelect {...fields} field="reference" input={second} label={t("referenceSecond")} />
      {fields.values[second]?.[0] ? (
        <ColumnSelect {...fields} field="reference" input={third} label={t("referenceThird")} />
      ) : null}
    </Group>
  );
}

/** Whether the body has answered. */
export function AnswerColumns(fields: MatchFields) {
  const t = useTranslations("import.match");
  return (
    <Group title={t("answersTitle")} hint={t("answersHint")}>
      {ANSWERS.map((field) => (
        <ColumnSelect key={field} {...fields} field={field} />
      ))}
    </Group>
  );
}

/** Everything else, folded away; open when something in it is wrong. */
export function OtherColumns(fields: MatchFields) {
  const t = useTranslations("import.match");
  const kinds = useTranslations("taxonomy.kind");
  const count = OTHERS.filter((field) => isChosen(fields, field)).length;
  const wrong = OTHERS.some((field) => fields.errors[columnInput(field)]);
  return (
    <details open={wrong} className="border-y border-line py-2">
      <summary className="flex min-h-11 items-center text-lg font-semibold">{t("more", { count })}</summary>
      <div className="grid gap-5 py-4">
        {OTHERS.map((field) => (
          <ColumnSelect key={field} {...fields} field={field} />
        ))}
        {isChosen(fields, "kind") ? null : (
          <Select
            name="kind"
            label={t("kindForAll")}
            empty={t("noKind")}
            defaultValue={fields.values.kind?.[0]}
            choices={keysOf("kind").map((kind) => ({ value: kind, label: kinds(kind) }))}
          />
        )}
      </div>
    </details>
  );
}
