import { describe, expect, it } from "vitest";
import { asPrinted, inFull, withinRounding } from "./published-file.ts";

describe("figures printed in full", () => {
  it("agree within a relative difference, of which the largest is kept", () => {
    const found = inFull("rates", 0.01);
    found.put("near", 100.5, 100);
    found.put("nearer", 100.1, 100);
    found.put("same", 0, 0);
    found.put("far", 102, 100);
    found.put("missing", Number.NaN, 100);
    const { figures, worst, apart } = found.done();
    expect(figures).toBe(5);
    expect(worst).toBeCloseTo(0.005, 15);
    expect(apart.map(({ key }) => key)).toEqual(["far", "missing"]);
  });
});

describe("figures printed rounded", () => {
  it("are known to half a unit of their last digit", () => {
    expect(asPrinted("12.30")).toEqual({ printed: 12.3, half: 0.005 });
    expect(asPrinted("12")).toEqual({ printed: 12, half: 0.5 });
  });

  // 10 ÷ 4 is anything from 9.5 ÷ 4.5 = 2.11 to 10.5 ÷ 3.5 = 3.
  it("agree where arguments within their rounding may give them, and not beyond", () => {
    const divide = (a: number, b: number) => a / b;
    const agrees = (printed: number) => withinRounding(printed, 0.05, divide, asPrinted("10"), asPrinted("4"));
    expect([2.05, 2.1, 2.5, 3, 3.1].map(agrees)).toEqual([false, true, true, true, false]);
  });

  it("do not agree where nothing can be computed", () => {
    expect(withinRounding(1, 0.05, () => Number.NaN, asPrinted("1"), asPrinted("1"))).toBe(false);
  });
});
