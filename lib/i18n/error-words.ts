import arCommon from "./messages/ar/common.json";
import arError from "./messages/ar/error.json";
import common from "./messages/en/common.json";
import error from "./messages/en/error.json";

// messages: error.*

/** The few words of error pages, which run in the browser without the catalogue. */
export type ErrorWords = typeof error & { appName: string; skipToContent: string };

const WORDS: Record<string, ErrorWords> = {
  en: { ...error, appName: common.appName, skipToContent: common.skipToContent },
  ar: { ...arError, appName: arCommon.appName, skipToContent: arCommon.skipToContent },
};

/** The words of a language tag such as `en-GB`; English where there are none. */
export function errorWords(language: string): ErrorWords {
  const words = WORDS[language.split("-")[0] ?? ""] ?? WORDS.en;
  if (!words) throw new Error("There are no words for error pages");
  return words;
}
