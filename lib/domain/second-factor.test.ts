import { describe, expect, it } from "vitest";
import { nextAdminPath, readCode, recoveryCodeFrom } from "./second-factor";

describe("a typed code", () => {
  it("is six figures of an app, however they are spaced or written", () => {
    for (const typed of ["123456", " 123 456 ", "123-456", "١٢٣٤٥٦"])
      expect(readCode(typed)).toEqual({ kind: "app", code: "123456" });
  });

  it("is a recovery code with or without its dashes, in capitals or not", () => {
    const code = recoveryCodeFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
    expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const plain = code.replaceAll("-", "");
    for (const typed of [code, plain, code.toUpperCase(), code.replaceAll("-", " ")])
      expect(readCode(typed)).toEqual({ kind: "recovery", code: plain });
  });

  it("is nothing else", () => {
    for (const typed of ["", "12345", "1234567", "abcd-efgh", "oooo-oooo-oooo", "<script>"])
      expect(readCode(typed)).toBeNull();
  });
});

describe("the way back from the code page", () => {
  it("leads to pages of this site only", () => {
    expect(nextAdminPath("/admin/reference/bodies?q=a")).toBe("/admin/reference/bodies?q=a");
    expect(nextAdminPath("/w/riverside")).toBe("/w/riverside");
    for (const asked of [
      "//evil.example",
      "https://evil.example",
      "/admin\\evil",
      "/admins",
      "/sign-out",
      3,
      "/admin/second-factor",
    ])
      expect(nextAdminPath(asked)).toBe("/admin");
  });
});
