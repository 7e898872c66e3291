import { expect, it } from "vitest";
import { shown } from "../src/shown.ts";

it("quotes a text, writes out what cannot be seen, and cuts what is long", () => {
  expect(shown("a")).toBe('"a"');
  expect(shown("a\tb\u0000")).toBe('"a\\tb\\u0000"');
  expect(shown("x".repeat(61))).toBe(`"${"x".repeat(60)}…"`);
});
