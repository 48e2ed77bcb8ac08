import { useTranslations } from "next-intl";
import { ExitButton } from "./exit-button";

/** *Exit quickly* with its words. Without scripts it is a plain link to somewhere ordinary. */
export function ExitLink() {
  const t = useTranslations("common");
  const words = useTranslations("shell.exit");
  return (
    <ExitButton
      label={t("exitQuickly")}
      orEscape={words("escape")}
      pressMore={{ 1: words("pressMore", { count: 1 }), 2: words("pressMore", { count: 2 }) }}
      going={words("going")}
    />
  );
}
