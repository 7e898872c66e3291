import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treemapRectangles } from "../../src/charts/treemap/treemap-rectangles.ts";
import { syntheticChart } from "./synthetic-charts.ts";

const figures = fc.array(
  fc.record({ series: fc.constantFrom("a", "b", "c", "d"), value: fc.double({ min: 0.001, max: 1e6, noNaN: true }) }),
  { minLength: 1, maxLength: 40 },
);

describe("treemapRectangles", () => {
  it("gives every figure its share of the space, inside its group, and no two the same place", () => {
    fc.assert(
      fc.property(figures, (drawn) => {
        const { points } = syntheticChart(
          "treemap",
          "years",
          "Years",
          drawn.map((of, i) => ({ ...of, at: String(i) })),
        );
        const groups = treemapRectangles(points, 720, 460);
        const all = groups.flatMap((group) => group.rectangles.map((rectangle) => ({ group, rectangle })));
        expect(all).toHaveLength(drawn.length);
        const sum = drawn.reduce((total, { value }) => total + value, 0);
        for (const { group, rectangle } of all) {
          const { left, top, right, bottom, point } = rectangle;
          const area = (720 * 460 * point.fact.value!) / sum;
          expect(Math.abs((right - left) * (bottom - top) - area)).toBeLessThan(1e-6);
          expect(point.series).toBe(group.series);
          const out = Math.max(group.left - left, group.top - top, right - group.right, bottom - group.bottom);
          expect(out).toBeLessThan(1e-6);
        }
        for (const [i, { rectangle: one }] of all.entries())
          for (const { rectangle: other } of all.slice(i + 1)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            expect(Math.min(across, down)).toBeLessThan(1e-6);
          }
      }),
      { numRuns: 50 },
    );
  });

  it("has none of none", () => expect(treemapRectangles([], 720, 460)).toEqual([]));
});
