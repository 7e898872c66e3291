import { expect, it } from "vitest";
import { contentRange } from "../../src/transport/content-range.ts";

// The forms are those of RFC 9110, section 14.4.
it.each([
  ["bytes 100-199/1000", { from: 100, total: 1000 }],
  ["bytes 0-0/1", { from: 0, total: 1 }],
  ["Bytes 100-199/*", { from: 100, total: null }],
  ["bytes */1000", { from: null, total: 1000 }],
  ["items 1-2/3", { from: null, total: null }],
  ["", { from: null, total: null }],
  [undefined, { from: null, total: null }],
])("%s", (header, expected) => {
  expect(contentRange(header)).toEqual(expected);
});
