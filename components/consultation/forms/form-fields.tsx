import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkboxes } from "@/components/ui/checkboxes";
import { DateInput } from "@/components/ui/date-input";
import { NumberInput } from "@/components/ui/number-input";
import { Radios } from "@/components/ui/radios";
import { type Choice, Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { isPlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { type FormModel, fieldOf, typedValue, useErrorWords } from "./form-model";

type FieldProps = {
  form: FormModel;
  name: string;
  hint?: ReactNode;
  optional?: boolean;
};

/** What every field shows around its control: label, hint, the record's version where it differs, and the error. */
function useField(
  { form, name, hint, optional }: FieldProps,
  show: (values: string[]) => string = (values) => values.join(", "),
) {
  const words = useErrorWords();
  const common = useTranslations("common");
  const t = useTranslations("draft");
  const { view, labels } = form;
  const error = view.errors.find((one) => fieldOf(one) === name);
  const typed = view.values[name] ?? [];
  const recorded = view.other?.values[name] ?? [];
  const differs = view.other !== null && show(typed) !== show(recorded);
  return {
    name,
    label: labels[name] ?? name,
    error: error && words(error),
    optional: optional ? common("optional") : undefined,
    hint: differs ? (
      <>
        {hint}
        <span className="mt-1 block whitespace-pre-line border-orange border-s-4 ps-3 text-ink">
          {recorded.length > 0 ? t("inRecord", { value: show(recorded) }) : t("inRecordEmpty")}
        </span>
      </>
    ) : (
      hint
    ),
  };
}

export function TextField({
  list,
  width,
  type,
  ...props
}: FieldProps & Pick<Parameters<typeof TextInput>[0], "list" | "width" | "type">) {
  const field = useField(props);
  return (
    <TextInput
      {...field}
      list={list}
      width={width}
      type={type}
      autoComplete="off"
      defaultValue={typedValue(props.form.view, props.name)}
    />
  );
}

export function AreaField({ rows, ...props }: FieldProps & { rows?: number }) {
  const field = useField(props, (values) => values.join("\n").replaceAll("\r\n", "\n"));
  return <TextArea {...field} rows={rows} defaultValue={props.form.view.values[props.name]?.join("\n")} />;
}

export function NumberField({
  suffix,
  decimal,
  ...props
}: FieldProps & { suffix?: string; decimal?: boolean }) {
  const field = useField(props);
  return (
    <NumberInput
      {...field}
      suffix={suffix}
      decimal={decimal}
      defaultValue={typedValue(props.form.view, props.name)}
    />
  );
}

/** A date, shown in words when it was read, and as typed when it could not be. */
export function DateField({ hint, example = true, ...props }: FieldProps & { example?: boolean }) {
  const formats = useFormats();
  const t = useTranslations("form");
  const inWords = (text: string) => (isPlainDate(text) ? formats.date(text) : text);
  const exampleHint = example ? t("dateHint", { example: formats.date("2026-03-04") }) : null;
  const whole =
    hint || exampleHint
      ? [hint, exampleHint]
          .filter(Boolean)
          .map((part, index) => <span key={index === 0 ? "first" : "second"}>{part} </span>)
      : undefined;
  const field = useField({ ...props, hint: whole }, (values) => values.map(inWords).join(", "));
  const typed = typedValue(props.form.view, props.name);
  return <DateInput {...field} defaultValue={typed === undefined ? undefined : inWords(typed)} />;
}

type ChoiceProps = FieldProps & { choices: readonly Choice[]; fallback?: string };

function labelsOf(choices: readonly Choice[], values: string[]): string {
  return values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join(", ");
}

export function SelectField({ choices, empty, fallback, ...props }: ChoiceProps & { empty?: string }) {
  const field = useField(props, (values) => labelsOf(choices, values.filter(Boolean)));
  return (
    <Select
      {...field}
      choices={choices}
      empty={empty}
      defaultValue={typedValue(props.form.view, props.name) ?? fallback}
    />
  );
}

/** `follow`: a question shown under a choice while that one is chosen. */
export function RadioField({
  choices,
  fallback,
  follow,
  ...props
}: ChoiceProps & { follow?: Readonly<Record<string, ReactNode>> }) {
  const field = useField(props, (values) => labelsOf(choices, values));
  return (
    <Radios
      {...field}
      choices={choices}
      follow={follow}
      defaultValue={typedValue(props.form.view, props.name) ?? fallback}
    />
  );
}

/** Boxes of a list. */
export function BoxesField({ choices, ...props }: ChoiceProps) {
  const typed = (props.form.view.values[props.name] ?? []).filter(Boolean);
  const field = useField(props, (values) => labelsOf(choices, values.filter(Boolean).sort()));
  return <Checkboxes {...field} choices={choices} defaultValues={typed} />;
}

/** Boxes of a list, and where wanted a line for what is not on the list: both send the same name. */
export function CheckboxField({
  choices,
  other,
  ...props
}: ChoiceProps & { other?: { label: string; hint: string } }) {
  const typed = (props.form.view.values[props.name] ?? []).filter(Boolean);
  const onList = new Set(choices.map((choice) => choice.value));
  const field = useField(props, (values) => labelsOf(choices, values.filter(Boolean).sort()));
  const common = useTranslations("common");
  return (
    <>
      <Checkboxes {...field} choices={choices} defaultValues={typed} />
      {other ? (
        <TextInput
          name={props.name}
          id={`${props.name}-other`}
          label={other.label}
          hint={other.hint}
          optional={common("optional")}
          autoComplete="off"
          defaultValue={typed.filter((value) => !onList.has(value)).join(", ")}
        />
      ) : null}
    </>
  );
}
