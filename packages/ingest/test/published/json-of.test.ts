import { expect, test } from "vitest";
import { asCell, jsonOf, property } from "../../src/published/json-of.ts";
import { rawFile } from "../../src/published/raw-file.ts";

test("JSON is read; a text that is cut off is refused", async () => {
  expect(jsonOf(await rawFile('{"a": [1, null]}', "a.json"))).toEqual({ a: [1, null] });
  const cut = await rawFile('{"a": [1,', "a.json");
  expect(() => jsonOf(cut)).toThrow(/^\[not-json\] a\.json: the file is not whole JSON/);
});

test("a property of what may be no object", () => {
  expect([property({ a: 1 }, "a"), property({}, "a"), property(null, "a"), property("a", "length")]).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ]);
  expect(property({}, "toString")).toBeUndefined();
});

test("a value as a cell", () => {
  expect([null, undefined, 0, 1.5, "x", true, { a: 1 }].map(asCell)).toEqual([
    "",
    "",
    "0",
    "1.5",
    "x",
    "true",
    '{"a":1}',
  ]);
});
