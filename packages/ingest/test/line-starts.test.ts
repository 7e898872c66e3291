import { expect, it } from "vitest";
import { lineStarts } from "../src/line-starts.ts";

it("counts LF, CR LF, CR CR LF and CR alone as one line end each", () => {
  // a=0 \n b=2 \r\n c=5 \r\r\n d=9 \r e=11
  const line = lineStarts("a\nb\r\nc\r\r\nd\re");
  expect([0, 2, 5, 9, 11].map(line)).toEqual([1, 2, 3, 4, 5]);
});

it("passes over blank lines before a position", () => {
  expect(lineStarts("a\n\n\nb")(2)).toBe(4);
});

it("stays on the last line past the end, and on line 1 of no text", () => {
  expect(lineStarts("a\nb")(99)).toBe(2);
  expect(lineStarts("")(0)).toBe(1);
});
