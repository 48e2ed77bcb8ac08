import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCitizenSpace } from "./citizen-space";
import { readGovuk } from "./govuk";
import { readLink, waysToWrite } from "./link";
import { filledValues } from "./linked-page";
import { plainText } from "./plain-text";

const govuk = (name: string): unknown => JSON.parse(readFileSync(`tests/data/govuk/${name}.json`, "utf8"));

describe("an address somebody pasted", () => {
  it.each([
    "https://www.gov.uk/government/consultations/post-office-network",
    " www.gov.uk/government/consultations/post-office-network/ ",
    "http://gov.uk/government/consultations/post-office-network.cy?page=2#top",
    "https://www.gov.uk/government/consultations/post-office-network/public-feedback",
    "https://www.gov.uk/api/content/government/consultations/post-office-network",
  ])("is known as GOV.UK's: %s", (typed) => {
    const page = "https://www.gov.uk/government/consultations/post-office-network";
    expect(readLink(typed)).toEqual({
      kind: "govuk",
      page,
      api: "https://www.gov.uk/api/content/government/consultations/post-office-network",
    });
  });

  it("is known as a Citizen Space site's, on whatever host", () => {
    const link = readLink(
      "http://consultations.example-council.gov.uk/parks-and-leisure/play_2026/consult_view/",
    );
    expect(link).toEqual({
      kind: "citizen_space",
      page: "https://consultations.example-council.gov.uk/parks-and-leisure/play_2026/",
      api: "https://consultations.example-council.gov.uk/api/2.4/json_consultation_details?dept=parks-and-leisure&id=play_2026&fields=all",
    });
    expect(link && waysToWrite(link)).toContain(
      "http://consultations.example-council.gov.uk/parks-and-leisure/play_2026",
    );
  });

  it.each([
    "",
    "housing plan",
    "https://www.gov.uk/",
    "https://www.gov.uk/government/organisations/ofqual",
    "https://example.org",
    "https://example.org/one",
    "https://example.org:8443/one/two",
    "https://name:word@example.org/one/two",
    "ftp://example.org/one/two",
    "javascript:alert(1)//a.b/c/d",
    "file:///etc/passwd",
    "https://127.0.0.1/one/two",
    "https://2130706433/one/two",
    "https://0x7f.1/one/two",
    "https://[::1]/one/two",
    "https://localhost/one/two",
    "https://example.org/api/2.4/json_search_results",
    `https://example.org/${"a".repeat(2000)}/b`,
  ])("is turned down: %s", (typed) => {
    expect(readLink(typed)).toBeNull();
  });
});

describe("a page of GOV.UK", () => {
  it("gives title, bodies, dates and what it is for, and promises no date", () => {
    expect(readGovuk(govuk("closed_consultation"))).toMatchObject({
      title: "Review of Museums in England",
      bodies: ["Department for Culture, Media & Sport"],
      startsOn: "2016-09-05",
      endsOn: "2016-10-31",
      answerPromisedOn: null,
      outcome: null,
    });
    // The sample closes in two hundred years: a date nobody may type is left out.
    expect(readGovuk(govuk("open_consultation"))).toMatchObject({ startsOn: "2016-11-04", endsOn: null });
  });

  it("shows what was published of it, in words alone", () => {
    const plain = readGovuk(govuk("consultation_outcome"))?.outcome;
    expect(plain).toMatchObject({ kind: "decision", on: "2016-10-18" });
    expect(plain?.summary).toMatch(/^This document is the response to the consultation/);
    for (const name of [
      "consultation_outcome_with_feedback",
      "consultation_outcome_with_featured_attachments",
    ]) {
      const outcome = readGovuk(govuk(name))?.outcome;
      expect(outcome).toMatchObject({ kind: "decision", on: "2016-09-07" });
      expect(outcome?.summary).toMatch(/^We have decided that:\n- The first award of all new GCSEs/);
      expect(outcome?.summary).toContain("Equalities impact assessment");
      expect(outcome?.summary).not.toMatch(/[<>]|&\w+;|govspeak/);
    }
  });

  it("tells findings from a decision, and an acknowledged end from an answer", () => {
    const item = JSON.parse(readFileSync("tests/data/govuk/closed_consultation.json", "utf8"));
    item.details.public_feedback_detail = "<p>Most people agreed.</p>";
    item.details.public_feedback_publication_date = "2016-12-01T23:30:00-02:00";
    expect(readGovuk(item)?.outcome).toEqual({
      kind: "findings",
      on: "2016-12-02",
      summary: "Most people agreed.",
    });
    item.document_type = "open_consultation";
    expect(readGovuk(item)?.outcome).toBeNull();
  });

  it.each([null, [], "words", {}, { schema_name: "redirect", document_type: "redirect" }])(
    "is not read from %j",
    (body) => {
      expect(readGovuk(body)).toBeNull();
    },
  );
});

describe("an activity of Citizen Space", () => {
  const activity = {
    id: "play_2026",
    dept: "parks",
    title: "Play areas &amp; you",
    department: "Example Council",
    overview: "<p>We want to hear from <strong>families</strong>.</p><script>alert(1)</script>",
    startdate: "2026/01/05",
    enddate: "2026/02/15",
    feedbackdate: "2026/04/30",
    what_happens_next: "<p>We will publish a report.</p>",
    url: "https://consultations.example.gov.uk/parks/play_2026/",
  };

  it("gives the date they said people would hear by", () => {
    expect(readCitizenSpace(activity, "2026-03-01")).toEqual({
      title: "Play areas & you",
      bodies: ["Example Council"],
      startsOn: "2026-01-05",
      endsOn: "2026-02-15",
      purpose: "We want to hear from families.",
      answerPromisedOn: "2026-04-30",
      outcome: null,
    });
  });

  it("has an outcome once its results are out, however the field is spelt", () => {
    const results = { ...activity, resultsdate: "2026/03/03" };
    expect(readCitizenSpace(results, "2026-03-02")?.outcome).toBeNull();
    expect(readCitizenSpace(results, "2026-03-03")?.outcome).toEqual({
      kind: "findings",
      on: "2026-03-03",
      summary: "We will publish a report.",
    });
    const did = {
      ...activity,
      resultdate: "2026/03/03",
      we_did: "<p>Two new swings.</p>",
      you_said: "More swings",
    };
    expect(readCitizenSpace(did, "2026-03-09")?.outcome).toEqual({
      kind: "decision",
      on: "2026-03-03",
      summary: "More swings\n\nTwo new swings.",
    });
  });

  it.each([null, [], "words", { title: "No id" }, { id: 7, title: ["x"] }])("is not read from %j", (body) => {
    expect(readCitizenSpace(body, "2026-03-01")).toBeNull();
  });

  it("fills a form with what it says and leaves the rest alone", () => {
    const page = readCitizenSpace({ ...activity, feedbackdate: "soon", overview: "" }, "2026-03-01");
    expect(page && filledValues(page, activity.url)).toEqual({
      title: ["Play areas & you"],
      publicBody: ["Example Council"],
      startsOn: ["2026-01-05"],
      endsOn: ["2026-02-15"],
      sourceUrl: [activity.url],
    });
  });
});

describe("the words of strangers' HTML", () => {
  it("come out as text", () => {
    expect(
      plainText("<p>One</p><ul><li>a&nbsp;b</li><li>c &lt;i&gt; &#x1F600;</li></ul><p>Two<br>lines", 100),
    ).toBe("One\n- a b\n- c <i> 😀\n\nTwo\nlines");
    expect(
      plainText("<SCRIPT>alert(1)</SCRIPT ><!-- <p>hid</p> --><img src=x onerror=alert(1)>left", 100),
    ).toBe("left");
    expect(plainText("a\u0000b\u202Ec\uD800 &#0;&#xD800;&#99999999;d", 100)).toBe("a b c\uFFFD &#99999999;d");
    expect(plainText("1 < 2 and 3 > 2", 100)).toBe("1 < 2 and 3 > 2");
  });

  it("are cut between words", () => {
    expect(plainText("many words in a row", 12)).toBe("many words…");
    expect(plainText("x".repeat(50), 12)).toHaveLength(12);
  });

  it("take no time to speak of, however they are made", () => {
    const hostile = ["<", "<p ", "<!--", "<script", "&#", "<li><li ", " \n", '<h2 class="title"', "</"];
    const begun = performance.now();
    for (const one of hostile) plainText(one.repeat(400_000 / one.length), 5000);
    const details = { final_outcome_documents: hostile.map((one) => one.repeat(90_000 / one.length)) };
    const item = { schema_name: "consultation", document_type: "consultation_outcome", title: "T", details };
    expect(readGovuk(item)?.title).toBe("T");
    expect(performance.now() - begun).toBeLessThan(50_000);
  });
});
