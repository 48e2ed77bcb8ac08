import { TextInput, type TextInputProps } from "./text-input";

type DateInputProps = Omit<TextInputProps, "type" | "inputMode" | "width" | "suffix" | "spellCheck" | "list">;

/**
 * A date written as people write dates; the server reads it. A plain text field on purpose: picking a day
 * months ago from a calendar is slow on a phone. Give the example as `hint`.
 */
export function DateInput(props: DateInputProps) {
  return <TextInput autoComplete="off" {...props} width="medium" spellCheck={false} />;
}
