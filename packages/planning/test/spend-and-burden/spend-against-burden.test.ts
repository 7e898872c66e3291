import { atBest, createTable, keep, noSource, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { causeMapping, spendAgainstBurden } from "../../src/index.ts";

// All figures are made up, to be worked by hand.
const mapping = causeMapping(
  [
    { cause: "heart disease", category: "circulation", service: "cardiology" },
    { cause: "stroke", category: "circulation", service: "rehabilitation", share: 0.25 },
    { cause: "stroke", category: "neurology", service: "stroke unit", share: 0.75 },
  ],
  { name: "a made-up mapping" },
);
type Missable = number | "not available";
const burdenOf = (rows: readonly (readonly [string, string, Missable])[]) =>
  tableFromRows(
    rows.map(([area, cause, years]) => ({ area, cause, years })),
    { years: "years" },
  );
const spendOf = (rows: readonly (readonly [string, string, Missable])[]) =>
  tableFromRows(
    rows.map(([area, category, pounds]) => ({ area, category, pounds })),
    { pounds: "count" },
  );
const people = tableFromRows(
  [
    { area: "A", people: 100 },
    { area: "B", people: 300 },
  ],
  { people: "count" },
);
const burden = burdenOf([
  ["A", "heart disease", 20],
  ["A", "stroke", 40],
  ["B", "heart disease", 30],
  ["B", "stroke", 40],
]);
const spend = spendOf([
  ["A", "circulation", 1000],
  ["B", "circulation", 7000],
  ["A", "neurology", 4000],
  ["B", "neurology", 4000],
]);
const row = (table: ReturnType<typeof spendAgainstBurden>, area: string, category: string) =>
  [...table].find((of) => of.area === area && of.category === category)!;

describe("spendAgainstBurden", () => {
  it("sets both against all areas per weighted head, and names the quadrant", () => {
    const table = spendAgainstBurden(burden, spend, people, mapping);
    // Circulation: A 20 + ¼ × 40 = 30, 0.3 a head; B 30 + 10 = 40, 0.1333; all 70 ÷ 400 = 0.175. Spend: 10, 23.33, all 8000 ÷ 400 = 20.
    expect(row(table, "A", "circulation")).toMatchObject({ burdenPerHead: 0.3, spendPerHead: 10, spendIndex: 0.5 });
    expect(row(table, "A", "circulation").burdenIndex).toBeCloseTo(0.3 / 0.175, 12);
    expect(row(table, "A", "circulation").quadrant).toBe("more burden, less spend");
    expect(row(table, "B", "circulation").quadrant).toBe("less burden, more spend");
    // Neurology: A 30 ÷ 100, B 30 ÷ 300, all 60 ÷ 400 = 0.15; spend 40, 13.33, all 20.
    expect(row(table, "A", "neurology")).toMatchObject({
      burdenIndex: 2,
      spendIndex: 2,
      quadrant: "more burden, more spend",
    });
    expect(row(table, "B", "neurology").quadrant).toBe("less burden, less spend");
  });

  it("says in the provenance that this is screening, by which mapping, and is no firmer than what it rests on", () => {
    const table = spendAgainstBurden(burden, spend, people, mapping);
    expect(table.provenance.steps).toMatchInlineSnapshot(`
      [
        "spend against burden per weighted head by category, causes mapped by "a made-up mapping", each against the 2 areas here together; screening, not efficiency: it shows where to ask, and not whether money is spent well or what more of it would change",
      ]
    `);
    expect(table.issues).toEqual([]);
    const modelled = createTable({ ...burden, provenance: atBest(noSource, "modelled") });
    expect(spendAgainstBurden(modelled, spend, people, mapping).provenance.evidence).toBe("modelled");
  });

  it("keeps causes that are not mapped, and spend without causes, as issues", () => {
    const table = spendAgainstBurden(
      burdenOf([...[...burden].map(({ area, cause, years }) => [area, cause, years!] as const), ["A", "asthma", 9]]),
      spendOf([
        ...[...spend].map(({ area, category, pounds }) => [area, category, pounds!] as const),
        ["A", "dental", 5],
      ]),
      people,
      mapping,
    );
    expect(table.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "unmapped-cause: causes are not mapped, and are in no row (1): asthma",
        "spend-without-causes: spend is by a category that no cause is mapped to, and has no row (1): dental",
      ]
    `);
    expect(table.length).toBe(4);
    expect(row(table, "A", "circulation").burdenPerHead).toBe(0.3);
  });

  it("knows no quadrant where spend is missing, and no index for the other areas either", () => {
    const table = spendAgainstBurden(
      burden,
      spendOf([
        ["A", "circulation", "not available"],
        ["B", "circulation", 7000],
      ]),
      people,
      mapping,
    );
    expect(row(table, "A", "circulation")).toMatchObject({
      spendPerHead: null,
      missing: "not available",
      quadrant: "not known",
    });
    expect(row(table, "B", "circulation")).toMatchObject({
      spendIndex: null,
      missing: "incomplete",
      quadrant: "not known",
    });
    expect(row(table, "B", "circulation").spendPerHead).toBeCloseTo(7000 / 300, 12);
    expect(row(table, "A", "neurology").spendPerHead).toBeNull();
  });

  it("takes a cause without a row as unknown, or as none where the table says so", () => {
    const rows = [
      { area: "A", cause: "heart disease", years: 20 },
      { area: "B", cause: "heart disease", years: 30 },
      { area: "B", cause: "stroke", years: 40 },
    ];
    const of = (absent: "zero" | "unknown") =>
      row(
        spendAgainstBurden(tableFromRows(rows, { years: "years" }, { absent }), spend, people, mapping),
        "A",
        "circulation",
      );
    expect(of("unknown")).toMatchObject({ burdenPerHead: null, missing: "not available" });
    // By hand: 20 ÷ 100.
    expect(of("zero").burdenPerHead).toBe(0.2);
  });

  it("has no index of nothing, no figure per head of nobody, and leaves out areas without people, with an issue", () => {
    const nothing = burdenOf([
      ["A", "heart disease", 0],
      ["B", "heart disease", 0],
    ]);
    expect(row(spendAgainstBurden(nothing, spend, people, mapping), "A", "circulation")).toMatchObject({
      burdenPerHead: 0,
      burdenIndex: null,
      missing: "not applicable",
      quadrant: "not known",
    });
    const some = tableFromRows(
      [
        { area: "A", people: 0 },
        { area: "C", people: 10 },
      ],
      { people: "count" },
    );
    const table = spendAgainstBurden(burden, spend, some, mapping);
    expect(row(table, "A", "circulation")).toMatchObject({ burdenPerHead: null, missing: "no population" });
    expect(table.issues.map(({ message }) => message)).toContain(
      "areas have burden or spend and no weighted people, and have no row (1): B",
    );
  });

  it("is at 1 where areas are alike, goes by service if asked, and is empty of no burden", () => {
    const same = tableFromRows(
      [
        { area: "A", people: 5 },
        { area: "B", people: 5 },
      ],
      { people: "count" },
    );
    const alike = burdenOf([
      ["A", "heart disease", 5],
      ["B", "heart disease", 5],
    ]);
    expect(row(spendAgainstBurden(alike, spend, same, mapping), "A", "circulation").quadrant).toBe("as all areas");
    const byService = tableFromRows(
      [
        { area: "A", service: "stroke unit", pounds: 4000 },
        { area: "B", service: "stroke unit", pounds: 4000 },
      ],
      { pounds: "count" },
    );
    const table = spendAgainstBurden(burden, byService, people, mapping, { by: "service" });
    expect(row(table, "A", "stroke unit")).toMatchObject({ burdenIndex: 2, spendIndex: 2 });
    expect(spendAgainstBurden(keep(burden, { area: "nowhere" }), spend, people, mapping).length).toBe(0);
  });

  it("refuses tables by other keys, several measures, and an area alone", () => {
    const byYear = tableFromRows([{ area: "A", category: "circulation", year: "2023", pounds: 1 }], {
      pounds: "count",
    });
    expect(() => spendAgainstBurden(burden, byYear, people, mapping)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counted-by] spendAgainstBurden: spend must be by area and category; found area, category, year
        Fix: Sum it with sumOver, or keep one year and one level with keep.]
    `);
    const two = tableFromRows([{ area: "A", people: 1, more: 1 }], { people: "count", more: "count" });
    expect(() => spendAgainstBurden(burden, spend, two, mapping)).toThrow(/one-measure/);
    const alone = tableFromRows([{ area: "A", people: 1 }], { people: "count" });
    expect(() => spendAgainstBurden(burden, spend, alone, mapping)).toThrow(/too-few-areas/);
  });
});

describe("causeMapping", () => {
  const mapped = (rows: readonly object[]) => () => causeMapping(rows as never, { name: "x" });
  it("gives equal parts where rows have no shares", () => {
    const parts = causeMapping(
      [
        { cause: "falls", category: "a", service: "b" },
        { cause: "falls", category: "c", service: "d" },
      ],
      { name: "x" },
    ).parts.get("falls")!;
    expect(parts.map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  it("refuses shares that do not sum to 1, rows twice and blanks", () => {
    const [one, two] = [
      { cause: "falls", category: "a", service: "b", share: 0.5 },
      { cause: "falls", category: "c", service: "d", share: 0.6 },
    ];
    expect(mapped([one, two])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-mapping] causeMapping: each cause must go once to each category and service, with shares that sum to 1; 1 rows or causes do not:
        falls: shares sum to 1.1
        Fix: Give shares above 0, such as 0.7 and 0.3, or none at all for equal parts.]
    `);
    expect(mapped([one, { ...two, share: undefined }])).toThrow(/only some rows have a share/);
    expect(mapped([{ ...one, share: 1.5 }])).toThrow(/shares 1.5/);
    expect(mapped([{ ...one, share: 0.5 }, one])).toThrow(/a row comes twice/);
    expect(mapped([{ ...one, service: " " }])).toThrow(/falls: a blank/);
  });
});
