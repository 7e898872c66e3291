import { area, count, figure, period, schema, sex } from "@popneeds/ingest";
import { describe, expect, it, test } from "vitest";
import { jumpRule, jumpsOf } from "../src/jumps-of.ts";
import { deaths, tableOf } from "./synthetic.ts";

const series = (...counts: readonly (number | string)[]) =>
  tableOf(`area,period,deaths\n${counts.map((n, i) => `x,${2010 + i},${n}`).join("\n")}\n`, deaths);

describe("jumpsOf", () => {
  test("a figure far from its past is named, with what was expected; those after it are not", () => {
    const { series: long, figures, beyond } = jumpsOf(series(100, 100, 100, 100, 100, 100, 100, 300, 300, 300), "here");
    expect([long, figures]).toEqual([1, 5]);
    expect(beyond).toHaveLength(1);
    expect(beyond[0]).toMatchObject({
      table: "here",
      measure: "deaths",
      series: "x",
      period: "2017",
      value: 300,
      before: 100,
      expected: 100,
    });
    // Worked by hand: the residual is √300 + √301 − √401 = 17.320508 + 17.349352 − 20.024984 = 14.644876. From the figure before it is
    // divided by √(1 + 1), which is 10.36; from the line, the leverage of the point at year 7 of years 2 to 6 being 1/5 + 9/10 = 1.1, by
    // √2.1, which is 10.11 (leap years move it in the third digit). The smaller counts.
    expect(beyond[0]!.distance).toBe(10.1);
  });

  test("steady growth is no jump, nor is noise, nor a series that always jumps", () => {
    expect(jumpsOf(series(...Array.from({ length: 12 }, (_, i) => Math.round(1000 * 1.1 ** i))), "").beyond).toEqual(
      [],
    );
    expect(jumpsOf(series(100, 108, 93, 111, 90, 104, 97, 112, 95, 101), "").beyond).toEqual([]);
    expect(jumpsOf(series(100, 300, 100, 300, 100, 300, 100, 300, 100, 300, 100, 300), "").beyond).toEqual([]);
  });

  test("sexes are summed, so that a jump is told once; a sex with a gap is passed over", () => {
    const of = schema({ period: period("period"), sex: sex("sex"), n: count("n", { suppressed: "*" }) });
    const rows = Array.from({ length: 9 }, (_, i) => {
      const n = i === 8 ? 900 : 50;
      return `${2010 + i},female,${n}\n${2010 + i},male,${n}`;
    });
    expect(jumpsOf(tableOf(`period,sex,n\n${rows.join("\n")}\n`, of), "").beyond).toMatchObject([
      { series: "all", period: "2018", value: 1800 },
    ]);
    const gap = tableOf(`period,sex,n\n${rows.join("\n").replace("2012,male,50", "2012,male,*")}\n`, of);
    expect(jumpsOf(gap, "")).toMatchObject({ series: 1, figures: 3 });
  });

  it("looks at nothing that is short, has no period, or is no count", () => {
    const none = { series: 0, figures: 0, beyond: [] };
    expect(jumpsOf(series(1, 2, 3, 4, 5, 6, 700), "")).toEqual(none);
    const rates = schema({ period: period("period"), rate: figure("rate", "rate") });
    expect(jumpsOf(tableOf("period,rate\n2020,5\n", rates), "")).toEqual(none);
    expect(jumpsOf(tableOf("area,n\nx,1\n", schema({ area: area("area"), n: count("n") })), "")).toEqual(none);
  });

  it("takes the periods of the commonest length, and zeros as they are", () => {
    const text = `${Array.from({ length: 9 }, (_, i) => `x,${2010 + i},${i === 8 ? 40 : 0}`).join("\n")}\nx,2010-2014,900\n`;
    expect(jumpsOf(tableOf(`area,period,deaths\n${text}`, deaths), "")).toMatchObject({
      figures: 4,
      beyond: [{ period: "2018", value: 40, before: 0, expected: 0 }],
    });
  });

  it("says its rule", () => {
    expect(jumpRule).toMatchInlineSnapshot(
      `"Counts of each series of at least 8 periods, summed over ages and sexes, are set against two things: the figure before, and where a straight line leads that is fitted by least squares to log(count + 0.5) of the 5 figures before. The distance from an expected figure e is (√x + √(x + 1) − √(4e + 1)) ÷ √(1 + h), 1 for chance alone (Freeman–Tukey); h is 1 for the figure before, and for the line the leverage of the new point. Of the two distances the smaller counts, and none where they have different signs. It is beyond the limit when it is more than 4 times the larger of 1 and 1.4826 × the median of the series' own distances, their sign aside."`,
    );
  });
});
