import { describe, expect, it } from "vitest";
import { risingRoot } from "../../src/shared/rising-root.ts";
import { expectClose } from "../relative.ts";

const square = (x: number, wanted: number) => x * x - wanted;

describe("risingRoot", () => {
  it("finds where a rising function is 0, from a guess far below or above", () => {
    for (const guess of [0, 1, 1.4, 2, 1e6])
      expectClose(risingRoot(square, 2, 0, 0, guess, 0, Infinity), Math.SQRT2, 1e-15);
    expectClose(
      risingRoot((x) => Math.log(x), 0, 0, 0, 500, 1e-9, Infinity),
      1,
      1e-14,
    );
  });

  it("takes a function that is infinite at an end, or flat far off", () => {
    expectClose(
      risingRoot((x) => Math.log(x) + 1, 0, 0, 0, 0.2, 0, 10),
      Math.exp(-1),
      1e-14,
    );
    expectClose(
      risingRoot((x) => Math.tanh(x - 30), 0, 0, 0, 0, 0, Infinity),
      30,
      1e-14,
    );
  });

  it("gives the end where the sign does not change before it", () => {
    expect(risingRoot(square, -1, 0, 0, 5, 0, 10)).toBe(0);
    expect(risingRoot(square, 1e6, 0, 0, 5, 0, 10)).toBe(10);
  });

  it("is NaN where the function is", () => {
    expect(risingRoot(() => Number.NaN, 0, 0, 0, 1, 0, 2)).toBeNaN();
  });
});
