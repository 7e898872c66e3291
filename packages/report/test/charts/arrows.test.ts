import type { Chart } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { arrowsLists } from "../../src/charts/arrows/arrows-lists.ts";
import { arrowsWays } from "../../src/charts/arrows/arrows-ways.ts";
import { chartSvg } from "../../src/index.ts";
import { contrast } from "./contrast.ts";
import { type Drawn, ranks, syntheticChart } from "./synthetic-charts.ts";
import { clipped, covered, textBoxes } from "./text-boxes.ts";

const sizes = ["wide", "narrow"] as const;
const arrows = (drawn: readonly Drawn[]): Chart => syntheticChart("arrows", "rank", "Rank, 1 = most years lost", drawn);
const drawing = (drawn: readonly Drawn[], size: (typeof sizes)[number] = "wide") => chartSvg(arrows(drawn), { size });
const list = (series: string, places: Readonly<Record<string, number | null>>): readonly Drawn[] =>
  Object.entries(places).map(([at, value]) => ({ at, series, value }));
const texts = (drawn: readonly Drawn[]) => textBoxes(drawing(drawn)).map(({ text }) => text);

/** One cause of each way: B rose, A fell, C stayed, D is ranked in the first list only, E in the second only. */
const five = [...list("2000-2002", { A: 1, B: 2, C: 3, D: 4 }), ...list("2015-2017", { B: 1, A: 2, C: 3, E: 4 })];

/** Lines of a colour, with where each begins and ends. */
function lines(svg: string, { colour, strokeWidth }: { colour: string; strokeWidth: number }) {
  const group = new RegExp(`<g [^>]*stroke-width="${strokeWidth}" stroke="${colour}" fill="none"[^>]*>(.*?)</g>`, "g");
  return [...svg.matchAll(group)].flatMap(([, content]) =>
    [...content!.matchAll(/d="M([-\d.]+),([-\d.]+)L([-\d.]+),([-\d.]+)"/g)].map((found) => {
      const [x1, y1, x2, y2] = found.slice(1).map(Number) as [number, number, number, number];
      return { x1, y1, x2, y2 };
    }),
  );
}

describe("arrowsLists", () => {
  it("says how each cause went", () => {
    const { moves } = arrowsLists(arrows(five));
    expect(Object.fromEntries(moves.map(({ at, way }) => [at, way]))).toEqual({
      A: "fell",
      B: "rose",
      C: "stayed",
      D: "left",
      E: "came",
    });
  });

  it("gives a rank the same row in both lists, and an empty one to a rank that a list lacks", () => {
    // By hand: ranks 1, 2, 5 and 9 in rows 0 to 3.
    const { rows, first, second } = arrowsLists(
      arrows([...list("2000-2002", { A: 1, B: 2, C: 9 }), ...list("2015-2017", { A: 5, B: 1, C: 2 })]),
    );
    expect(rows).toBe(4);
    expect(first.map(({ point, row }) => [point.at, row])).toEqual([
      ["A", 0],
      ["B", 1],
      ["C", 3],
    ]);
    expect(second.map(({ point, row }) => [point.at, row])).toEqual([
      ["B", 0],
      ["C", 1],
      ["A", 2],
    ]);
  });

  it("gives two rows to a rank that a list has twice", () => {
    const { rows, first, second } = arrowsLists(
      arrows([...list("2000-2002", { A: 1.5, B: 1.5, C: 3 }), ...list("2015-2017", { A: 3, B: 2, C: 1 })]),
    );
    // By hand: ranks 1, 1.5 twice, 2 and 3.
    expect(rows).toBe(5);
    expect(first.map(({ row }) => row)).toEqual([1, 2, 4]);
    expect(second.map(({ point, row }) => [point.at, row])).toEqual([
      ["C", 0],
      ["B", 3],
      ["A", 4],
    ]);
  });

  it("puts the earlier period first, in whatever order figures come", () => {
    const { first, second } = arrowsLists(arrows([...five].reverse()));
    expect(first.every(({ point }) => point.series === "2000-2002")).toBe(true);
    expect(second.every(({ point }) => point.series === "2015-2017")).toBe(true);
  });

  it("puts at the end what has no rank, and joins nothing to it", () => {
    const { rows, first, moves } = arrowsLists(
      arrows([...list("2000-2002", { A: null, B: 1 }), ...list("2015-2017", { A: 1, B: 2 })]),
    );
    expect(rows).toBe(3);
    expect(first.map(({ point, row }) => [point.at, row])).toEqual([
      ["B", 0],
      ["A", 2],
    ]);
    expect(moves.find(({ at }) => at === "A")!.way).toBe("came");
  });
});

describe("an arrow diagram", () => {
  it("joins each cause's ranks: up for one that rose, down for one that fell, level for one that stayed", () => {
    const svg = drawing(five);
    const [rose, fell, stayed] = [arrowsWays.rose, arrowsWays.fell, arrowsWays.stayed].map((way) => lines(svg, way));
    expect([rose, fell, stayed].map((of) => of!.length)).toEqual([1, 1, 1]);
    expect(rose![0]!.y2).toBeLessThan(rose![0]!.y1);
    expect(fell![0]!.y2).toBeGreaterThan(fell![0]!.y1);
    expect(stayed![0]!.y2).toBe(stayed![0]!.y1);
  });

  it("tells ways apart by shape and weight as well as by colour, and explains them", () => {
    const svg = drawing(five);
    const ends = [...svg.matchAll(/<path d="M0,-7L[^"]+" transform="([^"]+)"/g)].map(([, at]) => at!);
    expect(ends).toHaveLength(2);
    expect(ends.filter((at) => at.includes("rotate(180)"))).toHaveLength(1);
    expect(texts(five)).toEqual(expect.arrayContaining(["rose", "fell", "same rank", "ranked in one list only"]));
    const weights = [arrowsWays.rose, arrowsWays.fell, arrowsWays.stayed].map(({ strokeWidth }) => strokeWidth);
    expect(new Set(weights).size).toBe(3);
    for (const { colour } of Object.values(arrowsWays)) expect(contrast(colour, "#FFFFFF")).toBeGreaterThanOrEqual(3);
  });

  it("explains no way that none went", () => {
    const same = [...list("2000-2002", { A: 1 }), ...list("2015-2017", { A: 1 })];
    expect(texts(same)).toContain("same rank");
    for (const words of ["rose", "fell", "ranked in one list only"]) expect(texts(same)).not.toContain(words);
  });

  it.each(sizes)("ends in the margin what is ranked in one list only, %s", (size) => {
    const svg = drawing(five, size);
    const stubs = lines(svg, arrowsWays.left);
    expect(stubs).toHaveLength(2);
    const [from, to] = [lines(svg, arrowsWays.stayed)[0]!.x1, lines(svg, arrowsWays.stayed)[0]!.x2];
    expect(stubs[0]!.x1).toBe(from);
    expect(stubs[1]!.x2).toBe(to);
    expect(stubs[0]!.x2).toBeLessThan(stubs[1]!.x1);
  });

  it("prints the limits of a rank behind it", () => {
    const limited = [
      { at: "A", series: "2000-2002", value: 2, lower: 2, upper: 3 },
      { at: "A", series: "2015-2017", value: 4, lower: 3, upper: 6 },
    ];
    expect(texts(limited)).toEqual(expect.arrayContaining(["2 (2 to 3)", "4 (3 to 6)"]));
  });

  it("dashes lines from or to a figure that is modelled, and names the class at the head of its list", () => {
    const modelled = five.map((of) => (of.series === "2015-2017" ? { ...of, evidence: "modelled" as const } : of));
    expect(texts(modelled)).toContain("2015-2017 (modelled)");
    expect(texts(modelled)).not.toContain("1 (modelled)");
    // Those of A, B and C, and the end of E; D is observed.
    const dashed = [...drawing(modelled).matchAll(/<g [^>]*stroke-dasharray="6 4"[^>]*>(.*?)<\/g>/g)];
    expect(dashed.flatMap(([, content]) => content!.match(/<path /g))).toHaveLength(4);
    expect(drawing(five)).not.toContain("dasharray");
  });

  it("names the class beside a rank in a list of more than one", () => {
    const mixed = five.map((of) => (of.at === "A" ? { ...of, evidence: "modelled" as const } : of));
    expect(texts(mixed)).toEqual(expect.arrayContaining(["2015-2017", "1 (modelled)", "2 (modelled)"]));
  });

  it("prints the mark of a rank that is missing", () => {
    const withheld = [...five, { at: "F", series: "2015-2017", value: null, missing: "suppressed" as const }];
    expect(texts(withheld)).toEqual(expect.arrayContaining(["[c]", "F"]));
  });

  it.each(sizes)("draws 26 causes, %s, without a text that covers another or runs over an edge", (size) => {
    const svg = drawing(ranks, size);
    const boxes = textBoxes(svg);
    expect(boxes.filter(({ text }) => /^\d+ \(\d+ to \d+\)$/.test(text))).toHaveLength(52);
    expect(covered(boxes)).toEqual([]);
    expect(clipped(svg)).toEqual([]);
  });

  it.each(sizes)("has room for long names, and for classes beside ranks, %s", (size) => {
    const long = ranks.map((of, i) => ({
      ...of,
      at: `Malignant neoplasm of trachea, bronchus and lung, ${of.at} and all else that goes by so long a name`,
      ...(i % 3 === 0 ? { evidence: "modelled" as const } : {}),
    }));
    const svg = drawing(long, size);
    expect(covered(textBoxes(svg))).toEqual([]);
    expect(clipped(svg)).toEqual([]);
  });

  it.each(sizes)("breaks long names of periods, %s", (size) => {
    const name = (series: string) => `Three calendar years, of which the middle one is that of the census, ${series}`;
    const svg = drawing(
      ranks.map((of) => ({ ...of, series: name(of.series), evidence: "modelled" })),
      size,
    );
    expect(textBoxes(svg).filter(({ text }) => text.endsWith("(modelled)"))).toHaveLength(2);
    expect(covered(textBoxes(svg))).toEqual([]);
    expect(clipped(svg)).toEqual([]);
  });

  it("says so when there is nothing to draw", () => {
    expect(drawing([])).toContain("No figures to draw");
    expect(drawing(list("2021", { A: null }))).toContain("No figures to draw");
  });

  it.each(sizes)("draws one figure, %s", (size) => {
    const svg = drawing(five.slice(0, 1), size);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(lines(svg, arrowsWays.left)).toHaveLength(1);
    expect(clipped(svg)).toEqual([]);
  });

  it("refuses a third list", () => {
    expect(() => drawing([...five, ...list("2021", { A: 1 })])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [more-than-two-lists] arrows synthetic-arrows: series are the first and the second period, and no others; 1 do not hold:
        2021
        Fix: Keep the points of two periods, or draw more of them as "lines".]
    `);
  });

  it("refuses ranks below 1", () => {
    expect(() => drawing(list("2021", { A: 0, B: -3, C: 1 }))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [rank-below-one] arrows synthetic-arrows: a rank is 1 or more; 2 do not hold:
        A: 0
        B: -3
        Fix: Draw the facts of a rank, 1 being the most.]
    `);
  });

  it("refuses a cause that is twice in a list", () => {
    expect(() => drawing([...five, ...list("2015-2017", { A: 7 })])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [ranked-twice] arrows synthetic-arrows: a cause is once in a list; 1 do not hold:
        2015-2017, A
        Fix: Keep one point of each cause and period.]
    `);
  });
});
