import { ageBands, evenAgeBands } from "@popneeds/core";
import { openData } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { createStandard, esp2013, regroupStandard, standardPopulations } from "../src/index.ts";

const folder = new URL("../../../datasets", import.meta.url).pathname;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("esp2013", () => {
  it("has 20 bands to 90 and over, and 100,000 people", () => {
    // Eurostat 2013: 1,000 infants, 19.5 % aged 65 and over.
    expect(esp2013.bands.map(({ label }) => label).join(" ")).toBe(
      "0 1-4 5-9 10-14 15-19 20-24 25-29 30-34 35-39 40-44 45-49 50-54 55-59 60-64 65-69 70-74 75-79 80-84 85-89 90+",
    );
    expect(sum(esp2013.weights)).toBe(100_000);
    expect(regroupStandard(esp2013, ageBands(0, 65)).weights).toEqual([80_500, 19_500]);
  });

  it("is the one that comes with the data", async () => {
    const standards = await standardPopulations(await openData(folder));
    const shipped = standards.get("esp2013")!;
    expect(shipped.weights).toEqual(esp2013.weights);
    expect(shipped.bands).toEqual(esp2013.bands);
    expect(shipped.name).toBe(esp2013.name);
    expect(shipped.provenance.source?.id).toBe("standards-standard-populations");
    expect(shipped.provenance.evidence).toBe("observed");
  });
});

describe("standardPopulations", () => {
  it("gives every standard of the data, each of 100,000 people, from 0 to an open band", async () => {
    const standards = await standardPopulations(await openData(folder));
    expect([...standards.keys()].sort()).toEqual(["esp1976", "esp2013", "esp2013-95-and-over", "segi-1960"]);
    for (const { bands, weights, name, id } of standards.values()) {
      expect(sum(weights), id).toBe(100_000);
      expect(bands[0]!.from).toBe(0);
      expect(bands.at(-1)!.to).toBe(Number.POSITIVE_INFINITY);
      expect(name).not.toBe(id);
    }
  });

  it("sums its 95 and over into 90 and over to the same standard", async () => {
    const standards = await standardPopulations(await openData(folder));
    expect(regroupStandard(standards.get("esp2013-95-and-over")!, esp2013.bands).weights).toEqual(esp2013.weights);
  });
});

describe("regroupStandard", () => {
  it("sums exactly into wider bands, in order of age whatever the order asked for", () => {
    expect(regroupStandard(esp2013, evenAgeBands({ by: 5, to: 90 })).weights).toEqual([
      5000,
      ...esp2013.weights.slice(2),
    ]);
    // Eurostat's weights: 91,000 under 75; 4,000 + 2,500 from 75; 1,500 + 1,000 from 85.
    expect(regroupStandard(esp2013, [...ageBands(0, 75, 85)].reverse()).weights).toEqual([91_000, 6_500, 2_500]);
  });

  it("leaves out what lies outside the bands, as for a rate under 75", () => {
    const under75 = regroupStandard(esp2013, ageBands(0, 65, 75).slice(0, 2));
    // 80,500 + 5,500 + 5,000 of Eurostat's weights.
    expect(under75.weights).toEqual([80_500, 10_500]);
  });

  it("refuses bands that cut through the standard's", () => {
    expect(() => regroupStandard(esp2013, ageBands(0, 16, 65))).toThrow(
      "[standard-cut] regroupStandard: bands must not cut through those of the European Standard Population 2013; 1 are cut:\n  15-19",
    );
    expect(() => regroupStandard(esp2013, evenAgeBands({ by: 1, to: 90 }))).toThrow("18 are cut");
  });

  it("refuses bands with a gap", () => {
    expect(() =>
      regroupStandard(
        esp2013,
        [...ageBands(0, 5, 10)].filter((_, i) => i !== 1),
      ),
    ).toThrow("[invalid-standard]");
  });
});

describe("createStandard", () => {
  const parts = { id: "x", name: "X", source: "typed in" };

  it("refuses weights that cannot be, and bands that overlap", () => {
    expect(() => createStandard({ ...parts, rows: [[0, 5, -1]] })).toThrow("ages 0 to 5: weight -1");
    expect(() => createStandard({ ...parts, rows: [[0, 5, Number.NaN]] })).toThrow("weight NaN");
    expect(() => createStandard({ ...parts, rows: [[0, 5, 0]] })).toThrow("the weights add up to 0");
    expect(() => createStandard({ ...parts, rows: [] })).toThrow("the weights add up to 0");
    const overlapping = {
      ...parts,
      rows: [
        [0, 10, 1],
        [5, 20, 1],
      ] as const,
    };
    expect(() => createStandard(overlapping)).toThrow(
      "[invalid-standard] standard x: bands must follow on one another",
    );
  });
});
