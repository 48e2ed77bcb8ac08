import { describe, expect, it } from "vitest";
import { findIdentifiers } from "./find-identifiers";
import type { IdentifierKind } from "./identifier";

/** What is found, as "kind: text". */
function found(text: string): string[] {
  return findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

/** Texts with what must be found in brackets «…». */
const FOUND: Record<IdentifierKind, string[]> = {
  email: [
    "Write to «amina.k@example.com».",
    "«amina [at] example.com»",
    "«amina＠example.com»",
    "mailto:«a.b@example.org»?subject=x",
    "«student@uni.ac.uk»",
    "«x@notgov.uk»",
    "«x@gov.uk.example.com»",
  ],
  phone: [
    "Call me on «07700 900123»",
    "«07700.900.123», «+44 (0)7700 900 123», «0044 7700 900123», «447700900123», «07700/900123»",
    "a spreadsheet left «7911123456»",
    "«(020) 7946 0123» or «01632 960 123»",
    "«+252 61 5555555» and «+963 944 567 890»",
    "«613-555-0132»",
    "tel «٠٧٧٠٠ ٩٠٠١٢٣»",
    "هاتفي«۰۷۷۰۰۹۰۰۱۲۳»",
    "رقم الهاتف «0944567890»",
    "телефон «067 123 45 67»",
    "telefon «0532 123 45 67»",
    "whatsapp «0944 567 890»",
    "«07700\u200b900\u200b123»",
    "our notes\u200b«07700\u00a0900\u2009123»",
    "«0 7 7 0 0 9 0 0 1 2 3»",
    "https://wa.me/«447700900123»",
  ],
  national_insurance: [
    "«AB 12 34 56 C»",
    "«ab123456c»",
    "«QQ-12-34-56-A»",
    "NI number «AB123456»",
    "«AB 123 456 C»",
  ],
  nhs_number: ["«943 476 5919»", "NHS no. «9434765919»", "NHS number «943-476-5919»", "«٩٤٣ ٤٧٦ ٥٩١٩»"],
  passport: [
    "«AB1234567»",
    "her passport (GBR) is «502345678»",
    "Passport number: «123 456 789»",
    "French passport «12AB34567»",
    "جواز سفر «N012345678»",
    "pasaport «U12345678»",
    "travel document «C1X2Y3456»",
  ],
  brp: ["«ZR1000452»", "«RFX123456»", "BRP «ZU1234567»", "biometric residence permit «ZU 1234567»"],
  evisa_share_code: ["share code: «S12345678»", "«W8R 3FZ 2KQ»", "eVisa «w8r3fz2kq»"],
  home_office_reference: [
    "Home Office ref «A1234567»",
    "Home Office reference number «12345678»",
    "Home Office: «S1234567/2»",
    "case ID «121210801»",
    "«A1234567» (Home Office)",
    "«KX123456789»",
  ],
  uan: [
    "«1234-5678-9012-3456»",
    "«1234/5678/9012/3456»",
    "UAN «1234 5678 9012 3456»",
    "UAN «1234567890123456»",
  ],
  gwf: ["«GWF012345678»", "«gwf 012 345 678»"],
  postcode: ["lives at 12 High St, «LS1 4DY».", "«sw1a1aa»", "«GIR 0AA»", "«LS1\u00a04DY»"],
  date_of_birth: [
    "born «4 March 1987»",
    "DOB «04/03/87»",
    "DOB «04031987», Date of birth - «4 Mar ’87»",
    "d.o.b: «4.3.1987»",
    "Date of birth is «1987-03-04»",
    "born in Aleppo on «March 4th, 1987»",
    "«04/03/1987» (DOB)",
    "née le «4 mars 1987»",
    "تاريخ الميلاد «١٩٨٧/٣/٤»",
    "مواليد «٤ مارس ١٩٨٧»",
    "وُلِدت في «٤ كانون الثاني ١٩٨٧»",
    "متولد «۱۳۶۶/۵/۱۲»",
    "dhashay «4/3/1987»",
    "народилася «4 березня 1987»",
    "doğum tarihi «04.03.1987»",
    "የልደት ቀን «04/03/1987»",
  ],
};

describe.each(Object.entries(FOUND))("%s", (kind, texts) => {
  it.each(texts)("%s", (marked) => {
    const expected = [...marked.matchAll(/«(.*?)»/g)].map((match) => `${kind}: ${match[1]}`);
    expect(found(marked.replace(/[«»]/g, ""))).toEqual(expected);
  });
});

describe("what is let through", () => {
  it.each([
    "housing.team@leeds.gov.uk, x@met.police.uk, x@parliament.uk, x@gov.scot, x@gov.wales, x@uhb.nhs.uk",
    "x@nhs.net: only people working for health and care bodies have one",
    "x@canada.ca, x@tbs-sct.gc.ca, x@gouv.qc.ca, x@health.gov.ie, x@ec.europa.eu, x@unhcr.org",
    "999, 112, 111, 101, 105, Samaritans 116 123",
    "0800 123 4567, 0808 2000 247, call Childline on 0800 1111, 0300 123 4567, call 0345 123 4567, +1 800 622 6232",
    "Fax: 613-952-2551, by fax to 819-938-5212, 020 7946 0123 (fax), téléc. : 613-952-2551",
  ])("%s", (text) => expect(found(text)).toEqual([]));

  it("tel/fax is somebody's telephone", () => {
    expect(found("tel/fax: 020 7946 0123; fax 613-952-2551, tel 613-952-2552")).toEqual([
      "phone: 020 7946 0123",
      "phone: 613-952-2552",
    ]);
  });

  it("a postcode in a venue, and nothing else there", () => {
    const venue = "The hall, LS1 4DY, ring 07700 900123";
    expect(findIdentifiers(venue, { venue: true }).map(({ kind }) => kind)).toEqual(["phone"]);
  });
});

describe("what only looks like one", () => {
  it.each([
    "123456789",
    "easting 389594.7357431648, 53.8084229677,-2.7406",
    "born 4 weeks early in 1987, on 01/02/2026 at 10:30",
    "1,234,567,890 or £10,000,000 or 978-0-7165-2345-6",
    "2019-2020-2021-2022 and 2019 2020 2021 2022",
    "children born after 1 January 2017; babies born between 4 March 2019 and 5 May 2020",
    "a telephone survey, 2019-2020",
    "call for proposals 20230401",
    "mobile clinics reached 1200300 people",
    "from 10:00 to 12:30 on 04/03/2026",
    "section B1 4th line, G7 5bn, room 4A1 2nd floor",
    "https://example.org/9434765919 and https://example.org/ls14dy?tel=02079460123",
    "Passport fees rise on 1 April 2026, Home Office data 2023-2024",
    "the Safety Advisory SA-2016-01A",
    "residence permits for 1200300 people",
    "share code",
    "NHS number 943 476 5918",
    "@everyone, see you @ noon",
  ])("%s", (text) => expect(found(text)).toEqual([]));
});
