import { expect, test } from "vitest";
import { withWords } from "./page-words.mjs";

const POLICY = "default-src 'none'; style-src 'self' 'nonce-YWJj+/='";
const EMPTY = Buffer.from(
  '<!DOCTYPE html><html id="__next_error__"><head><title>Followthrough</title></head><body><div></div>',
);
const filled = (status: number, page = EMPTY) => withWords(status, POLICY, page).toString();

test("a page that is not there says so in both languages, with the way to the first page", () => {
  const page = filled(404);
  expect(page).toMatch(/^<!DOCTYPE html><html id="__next_error__" lang="en"><head><title>/);
  expect(page).toContain('<body><noscript><style nonce="YWJj+/=">');
  expect(page).toMatch(/<section lang="en" dir="ltr"><h1>This page is not here<\/h1>/);
  expect(page).toMatch(/<section lang="ar" dir="rtl"><h1>[\u0600-\u06ff ]+<\/h1>/);
  expect(page.match(/<a href="\/">/g)).toHaveLength(2);
  expect(page.endsWith("</noscript><div></div>")).toBe(true);
});

test("a page that broke says so, and leads to itself", () => {
  const page = filled(500);
  expect(page).toContain("Something went wrong on our side");
  expect(page).toContain('<a href="">Try again</a>');
});

test("whatever else is answered stays as it is", () => {
  const whole = Buffer.from('<!DOCTYPE html><html lang="en"><head></head><body><h1>Here</h1>');
  expect(filled(404, whole)).toBe(whole.toString());
  expect(filled(200)).toBe(EMPTY.toString());
  expect(filled(307)).toBe(EMPTY.toString());
  const headAlone = EMPTY.subarray(0, 60);
  expect(filled(404, headAlone)).toBe(headAlone.toString());
});
