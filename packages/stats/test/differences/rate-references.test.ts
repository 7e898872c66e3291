import { describe, expect, it } from "vitest";
import { rateDifference, rateRatio } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const large = [
  { events: 60, population: 10_000 },
  { events: 40, population: 12_000 },
] as const;
const small = [
  { events: 3, population: 500 },
  { events: 9, population: 700 },
] as const;

describe("comparisons of two crude rates", () => {
  it("have the score limits of the difference", () => {
    // R 4.2.2: the likeliest rates that differ by d from their quadratic, limits by uniroot(tol = 1e-18)
    expectClose(rateDifference(...large).lower, 87.8639640443628, 1e-11);
    expectClose(rateDifference(...large).upper, 461.2950275093775, 1e-11);
    expectClose(rateDifference(...small).lower, -1929.703644778389, 1e-11);
    expectClose(rateDifference(...small).upper, 596.537156073558, 1e-11);
    expect(rateDifference(...small).probability).toBeGreaterThan(0.05);
  });

  it("have the score limits of the ratio", () => {
    // R 4.2.2: w <- prop.test(60, 100, correct = FALSE)$conf.int; w/(1 - w)*12000/10000; and of 3 in 12, times 700/500
    expectClose(rateRatio(...large).lower, 1.20965107081095, 1e-12);
    expectClose(rateRatio(...large).upper, 2.67845834074111, 1e-12);
    expectClose(rateRatio(...small).lower, 0.136674383441711, 1e-12);
    expectClose(rateRatio(...small).upper, 1.593405964554107, 1e-12);
  });
});
