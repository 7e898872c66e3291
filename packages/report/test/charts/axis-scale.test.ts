import { describe, expect, it } from "vitest";
import { axisScale } from "../../src/charts/scales/axis-scale.ts";

describe("axisScale", () => {
  // Ticks by hand: round steps of 1, 2 or 5 times a power of ten.
  it("reaches from zero to the round figure above the largest", () => {
    const { from, to, ticks, print } = axisScale([3, 47], { fromZero: true, count: 5 });
    expect([from, to]).toEqual([0, 50]);
    expect(ticks.map(print)).toEqual(["0", "10", "20", "30", "40", "50"]);
  });

  it("leaves zero out where it would cost more than half of the length, unless it must be there", () => {
    expect(axisScale([80, 81], { fromZero: false, count: 5 }).from).toBeGreaterThan(79);
    expect(axisScale([80, 81], { fromZero: true, count: 5 }).from).toBe(0);
    expect(axisScale([40, 81], { fromZero: false, count: 5 }).from).toBe(0);
    expect(axisScale([-81, -40], { fromZero: false, count: 5 }).to).toBe(0);
  });

  it("prints as many decimals as its steps need, with a true minus", () => {
    const { ticks, print } = axisScale([-0.02, 0.02], { fromZero: true, count: 4 });
    expect(ticks.map(print)).toEqual(["−0.02", "−0.01", "0.00", "0.01", "0.02"]);
  });

  it("has some length without values, and of nothing but zeros", () => {
    expect(axisScale([], { fromZero: true, count: 5 })).toMatchObject({ from: 0, to: 1 });
    expect(axisScale([0, 0], { fromZero: true, count: 5 })).toMatchObject({ from: 0, to: 1 });
  });
});
