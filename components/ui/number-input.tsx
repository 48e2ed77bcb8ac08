import { TextInput, type TextInputProps } from "./text-input";

type NumberInputProps = Omit<TextInputProps, "type" | "inputMode" | "spellCheck" | "list"> & {
  /** Numbers with a part (hours, money) bring up a keyboard with a decimal point. */
  decimal?: boolean;
};

/** A number, with the keyboard that fits and no spinning arrows. */
export function NumberInput({ decimal = false, ...props }: NumberInputProps) {
  return (
    <TextInput width="short" autoComplete="off" {...props} inputMode={decimal ? "decimal" : "numeric"} />
  );
}
