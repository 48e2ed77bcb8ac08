import { describe, expect, it } from "vitest";
import { consultationInput } from "@/lib/domain/consultation";
import { newExtension, newResponse, revisedFollowUp } from "@/lib/domain/follow-up";
import { FREE_TEXT_FIELDS, type FreeTextField, findInFields } from "./free-text-fields";

const VENUE: FreeTextField[] = [{ field: "venue", venue: true }];
const SCHEMAS = {
  consultation: consultationInput.shape,
  response: newResponse.shape,
  followUp: revisedFollowUp.shape,
  extension: newExtension.shape,
};

describe("the free-text fields", () => {
  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
    "of a %s are all that take words or links",
    (record) => {
      const samples = ["Amina, born 4 March 1987", ["Amina"], "https://example.org/amina"];
      const takesWords = Object.entries(SCHEMAS[record])
        .filter(([, schema]) => samples.some((sample) => schema.safeParse(sample).success))
        .map(([field]) => field);
      const listed: string[] = FREE_TEXT_FIELDS[record].map(({ field }) => field);
      expect(listed.toSorted()).toEqual(takesWords.toSorted());
    },
  );
});

describe("findInFields", () => {
  it("names field and kind, each pair once, and nothing of the text", () => {
    const values = {
      title: "Housing evening",
      notes: "Amina 07700 900123, Yusuf 07700 900456, amina@example.com",
      otherBodies: ["Riverside Borough Council", "Amina, DOB 04/03/1987"],
      participants: 12,
      purpose: null,
    };
    expect(findInFields(values, FREE_TEXT_FIELDS.consultation)).toEqual([
      { field: "otherBodies", kind: "date_of_birth" },
      { field: "notes", kind: "phone" },
      { field: "notes", kind: "email" },
    ]);
  });

  it("accepts codes as a reference, but no telephone", () => {
    const kindsIn = (reference: string) =>
      findInFields({ reference }, FREE_TEXT_FIELDS.consultation).map(({ kind }) => kind);
    expect(["casdo-ocena / C-0000001", "RX1234567", "9434765919", "E1 2024"].flatMap(kindsIn)).toEqual([]);
    expect(kindsIn("07700 900123")).toEqual(["phone"]);
  });

  it("leaves a postcode in a venue alone, and nothing else", () => {
    const values = { venue: "The hall, 3 Mill Lane, LS1 4DY. Ring 07700 900123" };
    expect(findInFields(values, VENUE)).toEqual([{ field: "venue", kind: "phone" }]);
  });
});
