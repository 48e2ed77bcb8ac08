import { describe, expect, it } from "vitest";
import { readJson } from "./api-json";

describe("strict JSON", () => {
  it("reads what JSON.parse reads", () => {
    for (const text of ['{"a":1,"b":[{"a":"}{\\"[,"},null]}', "7", '"a\\\\"', " [ ] ", '{"a":{"a":{"a":1}}}'])
      expect(readJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it("refuses a field that is named twice, however it is spelt", () => {
    for (const text of ['{"a":1,"a":2}', '{"x":[{"a":1,"b":2,"\\u0061":3}]}', '{"": 1, "": 2}'])
      expect(readJson(text)).toEqual({ fault: "duplicate_key" });
    expect(readJson('[{"a":"b"},{"a":"b"},"a","a"]')).toHaveProperty("value");
  });

  it("refuses what is endless or broken", () => {
    expect(readJson("[".repeat(1_000_000))).toEqual({ fault: "too_deep" });
    expect(readJson(`${"[".repeat(21)}${"]".repeat(21)}`)).toEqual({ fault: "too_deep" });
    for (const text of ["", "{", '{"a"', '"open', "\u0000", "{'a':1}", '"\\'])
      expect(readJson(text)).toEqual({ fault: "malformed_json" });
  });
});
