import { describe, expect, it } from "vitest";
import { fittingScale } from "../../src/charts/scales/fitting-scale.ts";

describe("fittingScale", () => {
  it("has about six ticks where there is room for them, and fewer where there is not", () => {
    const ticks = (room: number) => fittingScale([0, 250_000], { fromZero: true, room, fontSize: 12 }).ticks;
    // By hand: "250,000" takes 7 × 12 × 0.56 = 47 and 12 between: 5 times 59 are 295, 3 times 177.
    expect(ticks(296)).toEqual([0, 50_000, 100_000, 150_000, 200_000, 250_000]);
    expect(ticks(290)).toEqual([0, 100_000, 200_000, 300_000]);
    expect(ticks(170)).toEqual([0, 200_000, 400_000]);
  });

  it("takes the fewest where none fit", () =>
    expect(fittingScale([0, 250_000], { fromZero: true, room: 1, fontSize: 12 }).ticks).toEqual([0, 200_000, 400_000]));

  it("has some length without values", () =>
    expect(fittingScale([], { fromZero: true, room: 300, fontSize: 12 })).toMatchObject({ from: 0, to: 1 }));
});
