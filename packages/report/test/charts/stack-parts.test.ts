import { describe, expect, it } from "vitest";
import { hasBothSigns, stackParts } from "../../src/charts/stack/stack-parts.ts";
import { chartOf, point } from "./synthetic-points.ts";

const ends = (points: Parameters<typeof chartOf>[1]) =>
  stackParts(chartOf("stack", points)).map(({ parts }) => parts.map(({ series, from, to }) => [series, from, to]));

describe("stackParts", () => {
  it("puts parts one upon the other in the order in which series are met, whatever the order of points", () => {
    // By hand: 0 to 2, 2 to 2 + 3; the second column gives its parts in the other order.
    expect(ends([point("0-4", "a", 2), point("0-4", "b", 3), point("5-9", "b", 10), point("5-9", "a", 4)])).toEqual([
      [
        [0, 0, 2],
        [1, 2, 5],
      ],
      [
        [0, 0, 4],
        [1, 4, 14],
      ],
    ]);
  });

  it("puts parts below zero downwards, on their own side", () => {
    // By hand: above 0 to 5, 5 to 5 + 1; below 0 to −2, −2 to −2 − 3; sum 5 + 1 − 2 − 3 = 1.
    const points = [point("0-4", "a", 5), point("0-4", "b", -2), point("0-4", "c", 1), point("0-4", "d", -3)];
    expect(ends(points)).toEqual([
      [
        [0, 0, 5],
        [1, 0, -2],
        [2, 5, 6],
        [3, -2, -5],
      ],
    ]);
    const columns = stackParts(chartOf("stack", points));
    expect(columns).toMatchObject([{ high: 6, low: -5, net: 1, marks: [] }]);
    expect(hasBothSigns(columns)).toBe(true);
  });

  it("gives a part of zero no place, and no mark", () => {
    expect(stackParts(chartOf("stack", [point("0-4", "a", 0), point("0-4", "b", 3)]))).toMatchObject([
      { parts: [{ series: 1, from: 0, to: 3 }], net: 3, marks: [] },
    ]);
  });

  it("marks a column that lacks a figure, or a point, and gives it no sum", () => {
    const columns = stackParts(
      chartOf("stack", [
        point("0-4", "a", 2),
        point("0-4", "b", null, { missing: "suppressed" }),
        point("5-9", "a", 4),
        point("10-14", "a", null),
        point("10-14", "b", null, { missing: "unknown" }),
      ]),
    );
    expect(columns).toMatchObject([
      { at: "0-4", net: null, marks: ["[c]"] },
      { at: "5-9", net: null, marks: ["[x]"] },
      { at: "10-14", parts: [], net: null, marks: ["[x]"] },
    ]);
  });

  it("joins parts that are neither observed nor published where they touch", () => {
    const modelled = { evidence: "modelled" } as const;
    const [column] = stackParts(
      chartOf("stack", [
        point("0-4", "a", 1, modelled),
        point("0-4", "b", 2, modelled),
        point("0-4", "c", 4),
        point("0-4", "d", 8, { evidence: "projected" }),
        point("0-4", "e", -1, modelled),
      ]),
    );
    // By hand: −1 to 0, 0 to 1 and 1 to 3 touch; c is observed from 3 to 7; d from 7 to 15.
    expect(column!.unfirm).toEqual([
      { from: -1, to: 3 },
      { from: 7, to: 15 },
    ]);
  });

  it("has no columns of no points", () => expect(stackParts(chartOf("stack", []))).toEqual([]));
});
