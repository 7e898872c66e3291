import { describe, expect, it } from "vitest";
import { addsUp, type MeasureKind, measureColumn, missingAt, reasonCode, reasonOf, reasons } from "../src/index.ts";
import { takeMeasures } from "../src/measure-column.ts";

describe("measureColumn", () => {
  it("holds figures, and reasons where there are none", () => {
    const column = measureColumn("count", [4, "suppressed", 0]);
    expect(Array.from(column.values)).toEqual([4, Number.NaN, 0]);
    expect([0, 1, 2].map((i) => missingAt(column, i))).toEqual([null, "suppressed", null]);
  });

  it("has no reasons when nothing is missing", () => {
    expect(measureColumn("count", [1, 2]).reasons).toBeNull();
    expect(measureColumn("count", []).reasons).toBeNull();
  });

  it("takes NaN for unknown", () => {
    expect(missingAt(measureColumn("rate", [Number.NaN]), 0)).toBe("unknown");
  });

  it("means unknown by an absent row unless told otherwise", () => {
    expect(measureColumn("count", []).absent).toBe("unknown");
    expect(measureColumn("count", [], { absent: "zero" }).absent).toBe("zero");
  });
});

describe("takeMeasures", () => {
  it("drops the reasons when no row taken is missing", () => {
    const column = measureColumn("count", [4, "suppressed"]);
    expect(takeMeasures(column, [0]).reasons).toBeNull();
    expect(missingAt(takeMeasures(column, [1, 0]), 0)).toBe("suppressed");
  });
});

describe("reasons", () => {
  it("have a code each, 0 being kept for a figure that is there", () => {
    expect(reasons.map((reason) => reasonOf(reasonCode(reason)))).toEqual(reasons);
    expect(reasonOf(0)).toBeNull();
    expect(reasons.map(reasonCode)).not.toContain(0);
  });
});

describe("addsUp", () => {
  it("holds for counts, person-years and years, and for nothing that is computed", () => {
    const kinds: MeasureKind[] = [
      "count",
      "person-years",
      "years",
      "rate",
      "percentage",
      "ratio",
      "expectancy",
      "limit",
      "score",
    ];
    expect(kinds.filter(addsUp)).toEqual(["count", "person-years", "years"]);
  });
});
