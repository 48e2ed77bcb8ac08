import { useTranslations } from "next-intl";
import { useFormats } from "@/lib/i18n/use-formats";

const UNITS = [
  { key: "gb", bytes: 1e9 },
  { key: "mb", bytes: 1e6 },
  { key: "kb", bytes: 1e3 },
] as const;

/** Words a number of bytes as an estimate, two figures long: "about 1.4 MB". */
export function useSize(): (bytes: number) => string {
  const t = useTranslations("workspaces.size");
  const formats = useFormats();
  return (bytes) => {
    const unit = UNITS.find((one) => bytes >= one.bytes) ?? UNITS[2];
    const amount = Number((bytes / unit.bytes).toPrecision(2));
    return t(unit.key, { amount: formats.number(amount) });
  };
}
