import { describe, expect, it } from "vitest";
import { printJson } from "../src/print-json.ts";

describe("printJson", () => {
  it("keeps a short value on one line and indents a long one, losing nothing", () => {
    const value = { name: "x", fields: Array.from({ length: 20 }, (_, at) => ({ name: `column-${at}` })), none: [] };
    const printed = printJson(value);
    expect(JSON.parse(printed)).toEqual(value);
    expect(printed.split("\n")[2]).toBe('  "fields": [');
    expect(printed.split("\n")[3]).toBe('    { "name": "column-0" },');
  });
});
