import { calendarYears, only, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { factorEffects } from "../../src/index.ts";

const [then, now] = [calendarYears(1970), calendarYears(1980)];
const of = (period: typeof then, area: string, earnings: number | "suppressed", share: number) => ({
  period,
  area,
  earnings,
  share,
});
const table = (rows: readonly ReturnType<typeof of>[]) => tableFromRows(rows, { earnings: "score", share: "ratio" });

describe("factorEffects", () => {
  it("has the effects of Das Gupta's example 2.1, two factors", () => {
    // Das Gupta 1993, example 2.1: 7,846.56 and 13,703.73; effects 4,369.91 and 1,487.26.
    const found = [
      ...factorEffects(table([of(then, "US", 10_930, 0.717892)]), table([of(now, "US", 16_591, 0.825974)])),
    ];
    expect(found.map(({ factor }) => factor)).toEqual(["earnings", "share"]);
    expect(found[0]!.effect).toBeCloseTo(4369.912713, 6);
    expect(found[1]!.effect).toBeCloseTo(1487.262361, 6);
    expect(found[0]!.second! - found[0]!.first!).toBeCloseTo(found[0]!.effect! + found[1]!.effect!, 9);
  });

  it("takes any rule, and names it", () => {
    const found = factorEffects(
      table([of(then, "a", 3, 1)]),
      table([of(now, "a", 5, 2)]),
      ({ earnings, share }) => earnings + 10 * share,
      { name: "need" },
    );
    expect([...found].map(({ effect }) => effect)).toEqual([2, 10]);
    expect(found.provenance.steps).toEqual([
      "difference of need put down to earnings, share (Das Gupta's effects, which are Shapley's values), period 1980 against 1970; effects add up to the difference",
    ]);
  });

  it("passes on why a factor is missing, and which row one table lacks", () => {
    const found = factorEffects(
      table([of(then, "a", "suppressed", 1), of(then, "b", 1, 1)]),
      table([of(now, "a", 1, 1), of(now, "c", 1, 1)]),
    );
    expect([...found].map(({ area, factor, missing }) => [area, factor, missing])).toEqual([
      ["a", "earnings", "suppressed"],
      ["a", "share", "suppressed"],
      ["b", "earnings", "incomplete"],
      ["b", "share", "incomplete"],
      ["c", "earnings", "incomplete"],
      ["c", "share", "incomplete"],
    ]);
  });

  it("refuses tables with other factors", () => {
    const one = table([of(then, "a", 1, 1)]);
    expect(() => factorEffects(one, only(table([of(now, "a", 1, 1)]), "share") as unknown as typeof one)).toThrow(
      "[different-factors] factorEffects: both tables must have the same 1 to 16 factors as measures; found earnings, share and share",
    );
  });
});
