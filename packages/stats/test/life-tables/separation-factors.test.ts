import { describe, expect, it } from "vitest";
import { type InfantSeparationRule, infantSeparationFactor, lifeTable } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("infantSeparationFactor", () => {
  it.each<[InfantSeparationRule, number, number]>([
    // Andreev and Kingkade 2015, as the Methods Protocol of the Human Mortality Database (version 6) prints the lines:
    // boys 0.14929 − 1.99545 m, 0.02832 + 3.26021 m from 0.0230, 0.29915 from 0.08307;
    // girls 0.14903 − 2.05527 m, 0.04667 + 3.88089 m from 0.01724, 0.31411 from 0.06891.
    ["andreev-kingkade male", 0, 0.14929],
    ["andreev-kingkade male", 0.01, 0.1293355],
    ["andreev-kingkade male", 0.05, 0.1913305],
    ["andreev-kingkade male", 0.1, 0.29915],
    ["andreev-kingkade female", 0.01, 0.1284773],
    ["andreev-kingkade female", 0.05, 0.2407145],
    ["andreev-kingkade female", 0.1, 0.31411],
    // Preston et al. 2001, table 3.3: 0.045 + 2.684 m and 0.053 + 2.800 m, 0.330 and 0.350 from 0.107.
    ["coale-demeny male", 0.01, 0.07184],
    ["coale-demeny male", 0.107, 0.33],
    ["coale-demeny female", 0.01, 0.081],
    ["coale-demeny female", 0.107, 0.35],
  ])("of %s at a rate of %d is %d", (rule, rate, factor) => {
    expectClose(infantSeparationFactor(rate, rule), factor, 1e-14);
  });

  it("gives the years that Preston's table of Austrian males in 1992 takes", () => {
    // Box 3.1: 419 deaths among 47,925, 0.068 years; ages 1 to 4, 1.626 years
    expect(infantSeparationFactor(419 / 47_925, "coale-demeny male").toFixed(3)).toBe("0.068");
    const { yearsOfDying } = lifeTable([419, 70, 36], [47_925, 189_127, 234_793], [0, 1, 5], {
      separation: "coale-demeny male",
    });
    expect(yearsOfDying[1]!.toFixed(3)).toBe("1.626");
  });

  it("has the factors of ages 1 to 4 by Coale and Demeny at high rates: 1.352 and 1.361 years", () => {
    const years = (separation: InfantSeparationRule) =>
      lifeTable([20, 30, 40], [100, 400, 300], [0, 1, 5], { separation }).yearsOfDying[1]!;
    expectClose(years("coale-demeny male"), 1.352, 1e-15);
    expectClose(years("coale-demeny female"), 1.361, 1e-15);
    expect(years("andreev-kingkade female")).toBe(2);
    // In a table of single years the second band is one year wide, of which the rule says nothing.
    const single = lifeTable([20, 9, 9, 40], [100, 99, 98, 300], [0, 1, 2, 3], { separation: "coale-demeny male" });
    expect(single.yearsOfDying[1]).toBe(0.5);
  });

  it("is missing for a missing rate, and refuses one that cannot be", () => {
    expect(infantSeparationFactor(Number.NaN, "coale-demeny male")).toBeNaN();
    expect(infantSeparationFactor(Number.NaN, "andreev-kingkade female")).toBeNaN();
    expect(() => infantSeparationFactor(-0.1, "coale-demeny male")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: infantSeparationFactor: rate must be 0 or more, got -0.1]`,
    );
  });
});
