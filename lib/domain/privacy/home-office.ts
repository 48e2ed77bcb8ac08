import { Context, digitsAlone, isYearsOrDate, standingAlone, words } from "./context";
import type { Sighting } from "./identifier";
import { sightings } from "./national-numbers";

/*
 * Formats from the Home Office's and HMCTS's own services, as collected in
 * tests/data/uk_gov_reference_formats.json (hmcts/ia-aip-frontend, MIT; UKHomeOffice/evisa-contact-form and
 * evisa-error-correction). Those patterns judge a whole field that says what it is; in free text each needs
 * a telling shape, or words beside it.
 */

const UAN = digitsAlone("(?:\\d{4}[-/]){3}\\d{4}");
const UAN_LOOSE = digitsAlone("(?:\\d{4}[-/ ]{0,3}){3}\\d{4}");
const UAN_WORDS = words(["uan", "unique application (?:no|number)", "application (?:no|number)"]);

/** Nine digits after the letters; eight are accepted as the appeals service does. */
const GWF = standingAlone("gwf[ -]{0,2}\\d(?:[ -]?\\d){7,8}");

/** R and Z start the numbers seen in the services' own hints and checks; the third may be an X. */
const BRP = standingAlone("[RZ][A-Z][\\dX]\\d{6}");
const BRP_LOOSE = standingAlone("[A-Z]{2}[ -]{0,2}[\\dX](?:[ -]?\\d){6}");
const BRP_WORDS = words([
  "brp",
  "biometric (?:residence )?(?:permit|card)",
  "residence (?:permit|card)",
  "permit (?:no|number)",
  "بطاقة الإقامة",
  "تصريح الإقامة",
  "تصريح إقامة",
  "کارت اقامت",
]);

/** W (work), R (rent) or S (status), then eight letters and digits, often shown three by three. */
const SHARE_CODE = standingAlone("[WRS][A-Z\\d]{2}(?:[ -]{0,2}[A-Z\\d]{3}){2}");
const SHARE_CODE_WORDS = words(["share codes?", "e-?visa", "رمز المشاركة", "کد اشتراک"]);

/** Customer numbers of UKVI accounts. */
const UKVI_CUSTOMER = standingAlone("kx[ -]?\\d{6,12}");
/** A letter and seven digits is the older form; case numbers have up to nine digits. */
const HOME_OFFICE = standingAlone("[A-Z]{1,3}-?\\d{6,8}(?:/\\d{1,3})?|\\d{7,9}|\\d(?:[ -]\\d{2,3}){2,3}");
const HOME_OFFICE_WORDS = words([
  "home office",
  "h\\.?o\\.? ?ref\\p{L}{0,6}",
  "ho ?ref\\p{L}{0,6}",
  "case ?id",
  "cid",
  "ukvi",
  "port ref\\p{L}{0,6}",
  "asylum (?:claim )?(?:ref\\p{L}{0,6}|no|number)",
  "arc (?:no|number|card)",
  "وزارة الداخلية",
  "هوم اوفيس",
  "وزارت کشور",
  "هوم آفیس",
]);

export function findUans(text: string): Sighting[] {
  const context = new Context(text, UAN_WORDS);
  return [
    ...sightings("uan", text.matchAll(UAN), ({ 0: written }) => !isYearsOrDate(written)),
    ...sightings("uan", text.matchAll(UAN_LOOSE), ({ 0: written, index }) => {
      return context.beside(index, index + written.length) && !isYearsOrDate(written);
    }),
  ];
}

export function findGwfs(text: string): Sighting[] {
  return sightings("gwf", text.matchAll(GWF));
}

export function findBrps(text: string): Sighting[] {
  const context = new Context(text, BRP_WORDS);
  return [
    ...sightings("brp", text.matchAll(BRP)),
    ...sightings("brp", text.matchAll(BRP_LOOSE), ({ 0: written, index }) => {
      // "permits for 1200300 people": apart from the digits, the letters must be capitals.
      const letters = /^[A-Z]{2}/.test(written) || /^[a-z]{2}[\dx]/.test(written);
      return letters && context.beside(index, index + written.length);
    }),
  ];
}

/** Without words beside it, a code must be in capitals and mix letters and digits as no word or model number does. */
export function findShareCodes(text: string): Sighting[] {
  const context = new Context(text, SHARE_CODE_WORDS);
  return sightings("evisa_share_code", text.matchAll(SHARE_CODE), ({ 0: written, index }) => {
    const code = written.replace(/[ -]/g, "");
    if (!/\d/.test(code)) return false;
    if (context.beside(index, index + written.length)) return true;
    const changes = code.match(/[A-Z](?=\d)|\d(?=[A-Z])/g)?.length ?? 0;
    return code === code.toUpperCase() && changes >= 3;
  });
}

export function findHomeOfficeReferences(text: string): Sighting[] {
  const context = new Context(text, HOME_OFFICE_WORDS);
  return [
    ...sightings("home_office_reference", text.matchAll(UKVI_CUSTOMER)),
    ...sightings("home_office_reference", text.matchAll(HOME_OFFICE), ({ 0: written, index }) => {
      const digits = written.replace(/\D/g, "").length;
      return (
        digits >= 6 &&
        !isYearsOrDate(written) &&
        (context.before(index, 30) !== null || context.after(index + written.length, 3) !== null)
      );
    }),
  ];
}
