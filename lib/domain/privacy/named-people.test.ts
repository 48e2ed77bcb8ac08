import { describe, expect, it } from "vitest";
import { namesSomebody } from "./named-people";

describe("a text that names somebody", () => {
  it.each([
    "Cllr Ahmed will open a second desk",
    "As Mrs. Begum said at the meeting",
    "Dr O’Neill, public health",
    "promised by Councillor Jane Smith",
    "قال السيد محمود إن المكتب سيفتح",
    "PC Khan comes every week",
  ])("%s", (text) => {
    expect(namesSomebody(text)).toBe(true);
  });

  it.each([
    "The Head of housing will open a second desk",
    "Councillor Training Programme",
    "Ward councillors will come",
    "The Lord Mayor’s office",
    "Missing homes: what the council does",
    "Doctors and nurses",
    "A PC in every library",
    "السيد المدير وعد بالرد",
    "Mr",
  ])("is not: %s", (text) => {
    expect(namesSomebody(text)).toBe(false);
  });
});
