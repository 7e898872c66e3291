import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import { faultOf, temporaryFolder } from "./fixtures.ts";

const { put } = temporaryFolder();

describe("readRecords", () => {
  it("gives rows as text: codes stay as they are written, blanks around them go", async () => {
    const file = put("look-up.csv", "zone,locality,name\n01, A ,x\n002,B,\n");
    const { rows, source } = await readRecords(file, ["zone", "locality"], { name: "look-up.csv", edition: "2021" });
    expect(rows).toEqual([
      { zone: "01", locality: "A", name: "x" },
      { zone: "002", locality: "B", name: "" },
    ]);
    expect([source.file, source.edition]).toEqual(["look-up.csv", "2021"]);
  });

  it.each([
    ["a missing column", "zone,name\n01,x\n"],
    ["a column twice", "zone,locality,zone\n01,A,02\n"],
    ["a row with too few cells", "zone,locality\n01,A\n02\n"],
  ])("refuses %s", async (_, text) => {
    const file = put("bad.csv", text);
    const fault = await faultOf(() => readRecords(file, ["zone", "locality"], { name: "bad.csv" }));
    expect(fault.message).toMatchSnapshot();
    expect(fault.issues.map(({ file: at, line }) => [at, line !== undefined])).toEqual([["bad.csv", true]]);
  });
});
