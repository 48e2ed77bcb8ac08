import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogueFor } from "./catalogue";
import { chooseLocale, isLocale, LOCALE_COOKIE } from "./locales";
import { withTopicLabels } from "./topic-labels";

/** next-intl's per-request settings: an asked-for language (mails), else the reader's own. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : chooseLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  return { locale, messages: withTopicLabels(locale, catalogueFor(locale)), timeZone: "UTC" };
});
