import { Context, isYearsOrDate, standingAlone, words } from "./context";
import type { Sighting } from "./identifier";
import { sightings } from "./national-numbers";

/** Two letters and seven digits: told by its shape alone. */
const BY_SHAPE = standingAlone("[A-Z]{2}\\d{7}");
/**
 * Where words say "passport": nine digits (UK and many others), letters before digits, digits before letters
 * (France's 12AB34567), six to ten in all, with spaces between groups or without.
 */
const BY_WORDS = standingAlone("[A-Z]{0,3}\\d(?:[ -]?\\d){5,8}|[A-Z\\d]{6,10}");
const PASSPORT_WORDS = words([
  "passports?",
  "travel doc(?:ument)?s?",
  "passeports?",
  "pasaportes?",
  "pasaport\\p{L}{0,4}",
  "passaportes?",
  "passaporto",
  "paszport\\p{L}{0,3}",
  "pa[șs]aport\\p{L}{0,4}",
  "reisepass",
  "baasaboor\\p{L}{0,3}",
  "паспорт\\p{L}{0,3}",
  "جواز",
  "گذرنامه",
  "پاسپورت",
  "پاسپورٹ",
  "پاسپورټ",
  "ፓስፖርት",
  "পাসপোর্ট",
  "ਪਾਸਪੋਰਟ",
  "पासपोर्ट",
  "护照",
  "hộ chiếu",
]);
const FEWEST_DIGITS = 5;

export function findPassports(text: string): Sighting[] {
  const context = new Context(text, PASSPORT_WORDS);
  const said = ({ 0: written, index }: RegExpExecArray) =>
    written.replace(/\D/g, "").length >= FEWEST_DIGITS &&
    !isYearsOrDate(written) &&
    context.beside(index, index + written.length);
  return [
    ...sightings("passport", text.matchAll(BY_SHAPE)),
    ...sightings("passport", text.matchAll(BY_WORDS), said),
  ];
}
