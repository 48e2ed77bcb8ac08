import { useFormatter, useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";
import type { FieldError } from "@/lib/domain/result";

/** What the parts of one form share: what is in the fields, and what each field is called. */
export type FormModel = {
  view: FormView;
  /** The label of each field, by its name, in the order of the page. */
  labels: Readonly<Record<string, string>>;
};

// messages: form.error.*
type ErrorKey = Parameters<ReturnType<typeof useTranslations<"form.error">>>[0];

/** Words what is wrong with a field. A code without words reads as something unexpected, never as the code. */
export function useErrorWords(): (error: FieldError) => string {
  const t = useTranslations("form.error");
  const identifiers = useIdentifierWords();
  const isKnown = (code: string): code is ErrorKey => t.has(code as ErrorKey);
  return (error) => {
    const { code } = error;
    if (code === "personal_identifier") {
      return t(code, { kinds: identifiers(kindsOf(error)) });
    }
    return t(isKnown(code) ? code : "unexpected");
  };
}

/** Names what was found in a text: "a phone number and a postcode". */
export function useIdentifierWords(): (kinds: readonly string[]) => string {
  const identifier = useTranslations("form.identifier");
  const format = useFormatter();
  return (kinds) => {
    const named = IDENTIFIER_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => identifier(kind));
    return named.length > 0 ? format.list(named) : identifier("other");
  };
}

/** What an error says was found in its field. */
export function kindsOf({ params }: FieldError): readonly string[] {
  const kinds = params?.kinds;
  return Array.isArray(kinds) ? kinds : [];
}

/** The field an error belongs to: an error in a list (`topics.2`) belongs to the list. */
export function fieldOf(error: FieldError): string {
  return error.field.split(".")[0] ?? error.field;
}

/** The first value typed into a field; undefined when there is none. */
export function typedValue(view: FormView, name: string): string | undefined {
  return view.values[name]?.[0];
}
