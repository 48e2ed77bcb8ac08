import { useTranslations } from "next-intl";
import type { StoryMessage, StoryParam } from "@/lib/domain/story-message";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";
import { useMoney } from "./use-money";

// messages: story.*

/** Words the sentences of the standing and the story in the reader's language; money as of `country`. */
export function useStoryWords(country: string): (message: StoryMessage) => string {
  const t = useTranslations("story");
  const formats = useFormats();
  const money = useMoney(country);
  const write = (param: StoryParam): string | number => {
    if (typeof param !== "object") return param;
    if ("text" in param) return isolated(param.text);
    if ("date" in param) return formats.date(param.date);
    if ("from" in param) return formats.dateRange(param.from, param.to);
    if ("days" in param) return formats.days(param.days);
    if ("hours" in param) return formats.hours(param.hours);
    if ("minutes" in param) return formats.minutes(param.minutes);
    return money(param.money);
  };
  return ({ key, params }) =>
    t(key, Object.fromEntries(Object.entries(params).map(([name, param]) => [name, write(param)])));
}
