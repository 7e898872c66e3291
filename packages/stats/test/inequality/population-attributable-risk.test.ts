import { describe, expect, it } from "vitest";
import { createRandom, populationAttributableRisk } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const rates = [310.7, 236.6, 194.9, 164.8, 140.6];
const people = [9_168, 54_280, 96_744, 61_604, 63_807];
const standardErrors = [12, 6, 4, 4, 4];
const nan = Number.NaN;

describe("populationAttributableRisk", () => {
  it("is what would go if all had the value of the reference", () => {
    // by hand: mean 17.5; 7.5 too many per person among 400
    const found = populationAttributableRisk([30, 20, 10], [100, 100, 200]);
    expect([found.mean, found.reference, found.excess.value, found.share.value, found.events.value]).toEqual([
      17.5,
      10,
      7.5,
      7.5 / 17.5,
      3_000,
    ]);
    const lowest = populationAttributableRisk([30, 5, 10], [100, 100, 200], { reference: "lowest", per: 100 });
    // mean 5,500 ÷ 400; 8.75 × 400 ÷ 100
    expect([lowest.reference, lowest.excess.value, lowest.events.value]).toEqual([5, 8.75, 35]);
    const references = (["first", "last", "lowest", "highest"] as const).map(
      (reference) => populationAttributableRisk([20, 30, 5, 10], [1, 1, 1, 1], { reference }).reference,
    );
    expect(references).toEqual([20, 10, 5, 30]);
  });

  it("has limits from the errors of all groups, the reference group's counted once", () => {
    const { excess, share, events, mean } = populationAttributableRisk(rates, people, { standardErrors, per: 100_000 });
    expectClose(mean, 187.91873544745678, 1e-13);
    // R 4.2.2: d <- a - c(0, 0, 0, 0, 1); sum(d * y) + c(-1, 1) * qnorm(.975) * sqrt(t(d) %*% diag(se^2) %*% d)
    expectClose(excess.lower, 40.069931058379545, 1e-12);
    expectClose(excess.upper, 54.56753983653403, 1e-12);
    // R 4.2.2: 1 - the roots of (y5 - r m)^2 - z^2 Var(y5 - r m), by uniroot
    expectClose(share.value, 0.2518042457809503, 1e-12);
    expectClose(share.lower, 0.21367694472383103, 1e-8);
    expectClose(share.upper, 0.2899234030394694, 1e-8);
    expectClose(events.upper, (54.56753983653403 * 285_603) / 100_000, 1e-12);
  });

  it("covers the true share as often as it says", () => {
    const { normal } = createRandom(5);
    const truth = populationAttributableRisk(rates, people);
    const errors = [40, 30, 20, 20, 25];
    const runs = 4_000;
    let [share, excess] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const drawn = rates.map((rate, i) => rate + errors[i]! * normal());
      const found = populationAttributableRisk(drawn, people, { standardErrors: errors });
      if (found.share.lower <= truth.share.value && truth.share.value <= found.share.upper) share++;
      if (found.excess.lower <= truth.excess.value && truth.excess.value <= found.excess.upper) excess++;
    }
    const chance = 4 * Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(share / runs - 0.95)).toBeLessThan(chance);
    expect(Math.abs(excess / runs - 0.95)).toBeLessThan(chance);
  });

  it("takes a published mean, and is negative where the reference is worse", () => {
    const found = populationAttributableRisk([10, 20, 30], [1, 1, 1], { mean: 21 });
    expect([found.excess.value, found.share.value]).toEqual([-9, -9 / 21]);
  });

  it("is NaN where something is missing, and has no share where all have nothing", () => {
    expect(populationAttributableRisk([0, 0, 0], [1, 1, 1]).share.value).toBe(nan);
    for (const reference of ["last", "lowest", "highest"] as const) {
      const gap = populationAttributableRisk([3, nan, 1], [1, 1, 1], { reference });
      expect([gap.excess.value, gap.share.value]).toEqual([nan, nan]);
    }
    const vague = populationAttributableRisk([3, 2, 1], [1, 1, 1], { standardErrors: [1, nan, 1] });
    expect([vague.excess.value, vague.excess.lower, vague.share.upper]).toEqual([1, nan, nan]);
    const far = populationAttributableRisk([3, 2, 1], [1, 1, 1], { standardErrors: [9, 9, 9] }); // the mean may be 0
    expect([far.share.lower, far.excess.lower < 0]).toEqual([nan, true]);
  });

  it("refuses one group, negative errors and unknown references", () => {
    expect(() => populationAttributableRisk([1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationAttributableRisk: needs two groups or more in order, got 1]`,
    );
    expect(() =>
      populationAttributableRisk([1, 2], [1, 1], { standardErrors: [1, -1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationAttributableRisk: standard errors must be 0 or more, got -1 in group 1]`,
    );
    expect(() =>
      populationAttributableRisk([1, 2], [1, 1], { standardErrors: [1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationAttributableRisk: values, standard errors must be of one length, got 2, 1]`,
    );
    expect(() => populationAttributableRisk([1, 2], [1, 1], { reference: "best" as "last" })).toThrow(RangeError);
  });
});
