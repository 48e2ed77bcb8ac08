import { describe, expect, it } from "vitest";
import { isPublicLink } from "./public-link";

describe("a web address", () => {
  it.each([
    "https://www.riverside.gov.uk/housing/consultation-2025",
    "https://democracy.riverside.gov.uk/ieListDocuments.aspx?CId=123&MId=4567#top",
    "https://www.example.org/news/2026/11/what-you-told-us",
    "http://eastmoor.example.org",
  ])("%s is shown", (address) => {
    expect(isPublicLink(address)).toBe(true);
  });

  it.each([
    "ftp://www.example.org/list",
    "javascript:alert(1)",
    "https://user:secret@www.example.org/",
    "https://www.example.org:8443/",
    "https://localhost/notes",
    "https://intranet/notes",
    "https://192.168.1.4/notes",
    "https://files.office.local/notes",
    "https://docs.google.com/document/d/abc/edit",
    "https://example.sharepoint.com/sites/attendance",
    "https://chat.whatsapp.com/Invite",
    "https://us02web.zoom.us/j/123",
    "https://www.example.org/register?token=abc",
    "https://www.example.org/page#row-12",
    "https://files.example.org/s/9fXw2Lk0QpZ7",
    "https://files.example.org/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "https://www.example.org/members/amina@example.org",
    "https://www.riverside.gov.uk/?email=amina%40mail.example",
    "not a link",
  ])("%s is kept back", (address) => {
    expect(isPublicLink(address)).toBe(false);
  });
});
