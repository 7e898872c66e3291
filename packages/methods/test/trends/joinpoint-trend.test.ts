import { calendarYears, parsePeriod, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { joinpointTrend } from "../../src/index.ts";

const rates = [
  50.1, 52.3, 53.0, 56.2, 57.9, 60.8, 58.1, 57.0, 54.9, 52.2, 51.7, 48.8, 49.9, 49.1, 50.3, 49.6, 50.8, 50.2,
];
const z = 1.959963984540054;
const rows = (area: string, values: readonly number[], error: (i: number) => number) =>
  values.map((value, i) => ({
    area,
    period: calendarYears(2004 + i),
    value,
    lower: value - z * error(i),
    upper: value + z * error(i),
  }));
const kinds = { value: "rate", lower: "limit", upper: "limit" } as const;
const turned = rows("turned", rates, (i) => rates[i]! * [0.02, 0.03, 0.025][i % 3]!);

describe("joinpointTrend", () => {
  it("gives the change a year of each stretch, and the average of all", () => {
    // R 4.2.2: lm(log(rate) ~ t + pmax(0, t − τ)…, weights = (rate / se)^2) for every placement; see joinpointTrend of stats
    const { segments, averages } = joinpointTrend(tableFromRows(turned, kinds));
    expect([...segments].map(({ area, period, value }) => [area, period.label, value])).toEqual([
      ["turned", "2004-2009", expect.closeTo(3.8613127576766937, 8)],
      ["turned", "2009-2015", expect.closeTo(-3.3302838393649337, 8)],
      ["turned", "2015-2021", expect.closeTo(0.3608904102448518, 8)],
    ]);
    expect([...segments][0]!.lower).toBeCloseTo(3.3929512878339674, 8);
    const [average] = [...averages];
    expect([average!.value, average!.lower, average!.upper]).toEqual([
      expect.closeTo(0.046045137889261234, 8),
      expect.closeTo(-0.08622920908767373, 8),
      expect.closeTo(0.17849460089607305, 8),
    ]);
    expect(average!.joinpoints).toBe(2);
    expect(segments.provenance.steps).toEqual([
      "joinpoints of ln(value), none to three at most by length of the series; chosen by BIC; at least 2 values before the first and after the last, 2 between two; weighted by standard errors from 95% limits; 95% limits",
    ]);
  });

  it("goes on where a series has none, and says why", () => {
    const table = tableFromRows(
      [
        ...turned,
        ...rows("short", [1, 2, 3], () => 1),
        ...rows("none", [1, 0, 3, 4, 5], () => 1),
        ...rows("certain", [1, 2, 3, 4, 5], () => 0),
      ],
      kinds,
    );
    const { segments, averages } = joinpointTrend(table);
    expect([...averages].map(({ area, joinpoints, missing }) => [area, joinpoints, missing])).toEqual([
      ["turned", 2, null],
      ["short", null, "incomplete"],
      ["none", null, "too few events"],
      ["certain", null, "not available"],
    ]);
    expect([...segments].slice(3).map(({ area, period }) => [area, period.label])).toEqual([
      ["short", "2004-2006"],
      ["none", "2004-2008"],
      ["certain", "2004-2008"],
    ]);
    expect(averages.issues.map(({ code }) => code)).toEqual(["impossible-figure"]);
    expect([...joinpointTrend(table, { weights: "alike" }).averages].map(({ missing }) => missing)).toEqual([
      null,
      "incomplete",
      "too few events",
      null,
    ]);
  });

  it("names stretches of financial years by their ends, and refuses running averages", () => {
    const financial = tableFromRows(
      [1, 2, 4, 8, 16].map((value, i) => ({
        period: parsePeriod(`${2015 + i}/${16 + i}`)!,
        value,
        lower: value - 0.1,
        upper: value + 0.1,
      })),
      kinds,
    );
    expect([...joinpointTrend(financial).segments].map(({ period, value }) => [period.label, value])).toEqual([
      ["2015/16 to 2019/20", expect.closeTo(100, 8)],
    ]);
    const running = tableFromRows(
      [1, 2, 3, 4].map((value, i) => ({ period: calendarYears(2015 + i, 2017 + i), value, lower: 0, upper: 9 })),
      kinds,
    );
    const { averages } = joinpointTrend(running);
    expect([[...averages][0]!.missing, averages.issues[0]!.code]).toEqual(["not applicable", "periods-overlap"]);
  });

  it("refuses options that cannot be", () => {
    expect(() => joinpointTrend(tableFromRows(turned, kinds), { most: -1 })).toThrow(
      "[invalid-option] joinpointTrend: most must be a whole number of 0 or more, got -1",
    );
    expect(() => joinpointTrend(tableFromRows(turned, kinds), { weights: "none" as "alike" })).toThrow(
      "[invalid-option] joinpointTrend: invalid weights: none",
    );
    expect(() => joinpointTrend(tableFromRows(turned, kinds), { coverage: 2 })).toThrow("[invalid-option]");
  });
});
