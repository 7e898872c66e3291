import { ageBands, keep, only, sumOver, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { percentage, ratio, share } from "../../src/index.ts";

const people = tableFromRows(
  ageBands(0, 16, 65).flatMap((age, i) => [
    { area: "a", age, people: [20, 50, 30][i]! },
    { area: "b", age, people: [0, 0, 0][i]! },
  ]),
  { people: "count" },
);
const old = sumOver(keep(people, { age: (age) => age.from >= 65 }), "age");
const all = sumOver(people, "age");

describe("share", () => {
  it("gives per cent of a full count, without limits", () => {
    const shares = share(old, all);
    expect([...shares]).toEqual([
      { area: "a", value: 30, lower: null, upper: null, events: 30, population: 100, missing: "not applicable" },
      { area: "b", value: null, lower: null, upper: null, events: 0, population: 0, missing: "no population" },
    ]);
    expect(shares.measures.value.kind).toBe("percentage");
    expect(shares.provenance.steps.at(-1)).toBe("share in per cent; a full count, so without limits");
  });

  it("refuses a part that is more than the whole", () => {
    expect(() => share(all, old)).toThrow(
      "[part-above-whole] share: a part cannot be more than the whole; 1 of 2 rows are:\n  a  100 of 30",
    );
  });
});

describe("percentage", () => {
  const survey = tableFromRows(
    [
      { area: "a", yes: 15, asked: 20 },
      { area: "b", yes: "suppressed", asked: 20 },
      { area: "c", yes: 0, asked: 0 },
      { area: "d", yes: 0, asked: 20 },
    ],
    { yes: "count", asked: "count" },
  );

  it("gives per cent with Wilson's limits", () => {
    const rows = [...percentage(only(survey, "yes"), only(survey, "asked"))];
    // phe_proportion of PHEindicatormethods 2.1.0: 75 (53.1299 to 88.8138).
    expect(rows[0]).toMatchObject({ value: 75, events: 15, population: 20 });
    expect(rows[0]!.lower).toBeCloseTo(53.1299, 4);
    expect(rows[0]!.upper).toBeCloseTo(88.8138, 4);
    expect(rows.map(({ missing }) => missing)).toEqual([null, "suppressed", "no population", null]);
    expect(rows[3]).toMatchObject({ value: 0, lower: 0 });
  });

  it("names the method and the coverage, and refuses what cannot be", () => {
    const part = only(survey, "yes");
    const whole = only(survey, "asked");
    expect(percentage(part, whole, { level: 0.9 }).provenance.steps).toEqual([
      "percentage; 90% limits by Wilson's score method",
    ]);
    expect(() => percentage(part, whole, { level: 1 })).toThrow("[invalid-option]");
    expect(() => percentage(only(survey, "asked"), only(survey, "yes"))).toThrow("[part-above-whole] percentage:");
  });
});

describe("ratio", () => {
  it("gives so many of one group to 100 of another, without limits", () => {
    const dependants = sumOver(keep(people, { age: (age) => age.from !== 16 }), "age");
    const workers = sumOver(keep(people, { age: (age) => age.from === 16 }), "age");
    const [a, b] = [...ratio(dependants, workers)];
    // By hand: (20 + 30) / 50.
    expect(a).toMatchObject({
      value: 100,
      lower: null,
      upper: null,
      events: 50,
      population: 50,
      missing: "not applicable",
    });
    expect(b).toMatchObject({ value: null, missing: "no population" });
    expect([...ratio(dependants, workers, { per: 1000 })][0]!.value).toBe(1000);
    expect(() => ratio(dependants, workers, { per: -1 })).toThrow("[invalid-option] ratio: invalid per: -1");
  });
});
