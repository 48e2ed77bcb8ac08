import { describe, expect, it } from "vitest";
import { isJobTitle } from "./job-titles";

const bodies = ["Riverside Borough Council", "Northshire Police", "Eastmoor NHS Trust"];

describe("a job title", () => {
  it.each([
    "Head of housing",
    "head of housing",
    "Community liaison officer",
    "Three ward members",
    "Cabinet member for adult social care",
    "Chief Executive, Riverside Borough Council",
    "Neighbourhood sergeant (Northshire Police)",
    "Mayor’s office",
    "Director of Children’s Services",
    "Public health nurse lead",
    "Leisure centres manager",
    "Head of student life",
    "Employer partnerships lead",
    "Housing department",
    "Riverside team",
    "مدير السكن",
    "رئيسة قسم الإسكان",
  ])("%s is shown", (title) => {
    expect(isJobTitle(title, bodies)).toBe(true);
  });

  it.each([
    "Jane Smith",
    "jane smith",
    "Jane Smith, Head of housing",
    "Head of housing (Jane Smith)",
    "Cllr Ahmed",
    "Mrs Young",
    "Head of housing Abdi",
    "Officer 4471",
    "Riverside",
    "Maryam, Housing department",
    "سعاد مديرة السكن",
    "Ẃill Head",
    "director@council.gov.uk",
    "of the",
  ])("%s is kept back", (text) => {
    expect(isJobTitle(text, bodies)).toBe(false);
  });
});
