import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PopneedsError } from "@popneeds/core";
import { readRecords } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { standardsFromRecords } from "../src/index.ts";

// Synthetic standards, of our own making.
const rows = [
  { standard: "toy", age_from: "0", age_to: "15", weight: "30.5" },
  { standard: "toy", age_from: "15", age_to: "", weight: "69.5" },
  { standard: "other", age_from: "0", age_to: "", weight: "1" },
];

describe("standardsFromRecords", () => {
  it("gives each standard of the rows, the band without an end open", () => {
    const standards = standardsFromRecords({ rows }, { names: { toy: "A toy standard" } });
    expect([...standards.keys()]).toEqual(["toy", "other"]);
    const toy = standards.get("toy")!;
    expect(toy.bands.map(({ label }) => label)).toEqual(["0-14", "15+"]);
    expect(toy.weights).toEqual([30.5, 69.5]);
    expect([toy.name, toy.source]).toEqual(["A toy standard", "given by the analyst"]);
    expect(standards.get("other")!.name).toBe("other");
  });

  it("takes a file of one's own, and names it", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "standards-")), "own.csv");
    await writeFile(file, "standard,age_from,age_to,weight\ntoy,0,15,30.5\ntoy,15,,69.5\n");
    const records = await readRecords(file, ["standard", "age_from", "age_to", "weight"], { name: "own.csv" });
    const toy = standardsFromRecords(records).get("toy")!;
    expect(toy.weights).toEqual([30.5, 69.5]);
    expect(toy.provenance.source?.file).toBe("own.csv");
    expect(toy.provenance.evidence).toBe("observed");
  });

  it("refuses gaps, and weights that are no numbers; of no rows there are none", () => {
    expect(standardsFromRecords({ rows: [] }).size).toBe(0);
    const without = rows.with(0, { ...rows[0]!, weight: "" });
    expect(() => standardsFromRecords({ rows: without })).toThrow(PopneedsError);
    expect(() => standardsFromRecords({ rows: rows.with(1, { ...rows[1]!, age_from: "20" }) })).toThrow(
      "[invalid-standard]",
    );
  });
});
