import { Context, standingAlone, words } from "./context";
import type { Sighting } from "./identifier";
import { sightings } from "./national-numbers";

/** A full UK postcode by the form's own rules: no C I K M O V among the last two letters. */
const POSTCODE = standingAlone(
  "(?:GIR ?0AA|[A-PR-UWYZ](?:[A-HK-Y]?\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y])[ ]{0,2}\\d[ABD-HJLNP-UW-Z]{2})",
);
const POSTCODE_WORDS = words(["post ?codes?", "zip", "الرمز البريدي", "کد پستی", "پوسٹ کوڈ"]);
/** "section B1 4th line", "G7 5bn": an ordinal or an amount after a code, in small letters. */
const NOT_INWARD = /\d(?:st|nd|rd|th|bn|tn|pp)$/;
/** The 124 postcode areas, and those of the Crown dependencies. Asked about what is typed in small letters. */
const AREAS = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX " +
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE " +
    "NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ " +
    "TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE GIR"
  ).split(" "),
);

export function findPostcodes(text: string): Sighting[] {
  const context = new Context(text, POSTCODE_WORDS);
  return sightings("postcode", text.matchAll(POSTCODE), ({ 0: written, index }) => {
    if (context.beside(index, index + written.length, 20)) return true;
    if (NOT_INWARD.test(written)) return false;
    if (written === written.toUpperCase()) return true;
    return AREAS.has((/^[a-z]+/i.exec(written)?.[0] ?? "").toUpperCase());
  });
}
