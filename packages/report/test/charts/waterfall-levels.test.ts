import type { ChartPoint } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { waterfallLevels } from "../../src/charts/waterfall/waterfall-levels.ts";
import { chartOf, point } from "./synthetic-points.ts";

const total = (at: string, value: number | null) => point(at, "total", value);
const step = (at: string, value: number | null) => point(at, "step", value);
const levels = (...points: readonly ChartPoint[]) => waterfallLevels(chartOf("waterfall", points));
const spans = (...points: readonly ChartPoint[]) =>
  levels(...points).rows.map(({ span }) => (span ? [span.from, span.to] : null));

describe("waterfallLevels", () => {
  it("begins each step where the one before it ends", () => {
    // By hand: 25,439 − 1,988 = 23,451; + 4,284 = 27,735; + 0. The last total is a rounded figure, one less.
    const of = levels(total("2000", 25_439), step("a", -1988), step("b", 4284), step("c", 0), total("2015", 27_734));
    expect(of.rows.map(({ span }) => span)).toEqual([
      { from: 0, to: 25_439 },
      { from: 25_439, to: 23_451 },
      { from: 23_451, to: 27_735 },
      { from: 27_735, to: 27_735 },
      { from: 0, to: 27_734 },
    ]);
    expect(of.remainder).toBe(false);
    // By hand: (27,735 − 23,451) / 27,735 = 15.4%, a tenth or more.
    expect(of.fromZero).toBe(true);
  });

  it("leaves zero out where levels span less than a tenth of the largest", () => {
    // By hand: (101 − 100) / 101 < 10%; (110 − 100) / 110 = 9.1%; (112 − 100) / 112 = 10.7%.
    expect(levels(total("a", 100), step("b", 1), total("c", 101)).fromZero).toBe(false);
    expect(levels(total("a", 100), step("b", 10), total("c", 110)).fromZero).toBe(false);
    expect(levels(total("a", 100), step("b", 12), total("c", 112)).fromZero).toBe(true);
    expect(levels(total("a", -100), step("b", -1), total("c", -101)).fromZero).toBe(false);
  });

  it("keeps zero where levels lie on both sides of it, or on it", () => {
    expect(levels(total("a", 1), step("b", -2), total("c", -1)).fromZero).toBe(true);
    expect(levels(total("a", 0), step("b", 0.1), total("c", 0.1)).fromZero).toBe(true);
  });

  it("begins at zero where the first point is a step", () => {
    // By hand: 0 + 1.5 = 1.5; − 0.5 = 1.
    expect(spans(step("a", 1.5), step("b", -0.5), total("c", 1))).toEqual([
      [0, 1.5],
      [1.5, 1],
      [0, 1],
    ]);
  });

  it("begins anew at a total between steps", () => {
    expect(spans(total("a", 10), step("b", 2), total("c", 12), step("d", -3), total("e", 9))[3]).toEqual([12, 9]);
  });

  it("leaves the gap of a missing step open, and places what follows from the total after it", () => {
    // By hand: forwards 10 + 2 = 12; backwards 20 + 3 = 23 before the last step, so the gap is 12 to 23.
    expect(spans(total("a", 10), step("b", 2), step("c", null), step("d", -3), total("e", 20))).toEqual([
      [0, 10],
      [10, 12],
      null,
      [23, 20],
      [0, 20],
    ]);
  });

  it("gives steps between two missing ones no place", () => {
    expect(spans(total("a", 10), step("b", null), step("c", 5), step("d", null), total("e", 20))).toEqual([
      [0, 10],
      null,
      null,
      null,
      [0, 20],
    ]);
  });

  it("places steps from either end where a total is missing", () => {
    expect(spans(total("a", null), step("b", 5), total("c", 20))).toEqual([null, [15, 20], [0, 20]]);
    expect(spans(total("a", 10), step("b", 5), total("c", null))).toEqual([[0, 10], [10, 15], null]);
    expect(spans(total("a", null), step("b", 5), total("c", null))).toEqual([null, null, null]);
  });

  it("finds what steps leave over, beyond rounding", () => {
    // By hand: of 12 moved a hundredth is 0.12.
    expect(levels(total("a", 100), step("b", 12), total("c", 112.1)).remainder).toBe(false);
    expect(levels(total("a", 100), step("b", 12), total("c", 112.2)).remainder).toBe(true);
    expect(levels(total("a", 100), step("b", 0), total("c", 101)).remainder).toBe(true);
    expect(levels(total("a", 100), step("b", null), total("c", 101)).remainder).toBe(false);
  });

  it("takes one total, and nothing at all", () => {
    expect(levels(total("a", 3))).toMatchObject({ fromZero: true, remainder: false });
    expect(levels()).toEqual({ rows: [], fromZero: true, remainder: false });
  });
});
