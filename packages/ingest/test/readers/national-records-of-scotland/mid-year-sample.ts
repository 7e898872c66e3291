import type { Cells } from "./a-workbook.ts";

const areas = [
  ["S12000033", "Aberdeen City"],
  ["S12000034", "Aberdeenshire"],
] as const;
const boards = [
  ["S08000020", "Grampian"],
  ["S08000022", "Highland"],
] as const;

/** People of a made-up area: `3 * area + age % 7 + 1` males of an age, one female more. */
const people = (area: number, sex: string, age: number): number => {
  const males = 3 * area + (age % 7) + 1;
  return sex === "Males" ? males : sex === "Females" ? males + 1 : 2 * males + 1;
};

const blank = [null];
type Row = Cells[number];

/** Rows of the country, two councils and two boards, from what each council has; a board has what one council has. */
const rowsOf = (figures: (area: number) => Row, sum: (a: Row, b: Row) => Row): Cells => [
  ["S92000003", "Scotland", ...sum(figures(0), figures(1))],
  [null, "Council areas"],
  ...areas.map(([code, name], area) => [code, name, ...figures(area)]),
  blank,
  [null, "NHS Board areas"],
  ...boards.map(([code, name], area) => [code, name, ...figures(1 - area)]),
];
const added = (a: Row, b: Row): Row => a.map((cell, i) => (typeof cell === "number" ? cell + Number(b[i]) : cell));

/** Synthetic: Table 2 in the published style, three blocks with banners, a spacer column, a footnote. */
export const table2 = (block: (rows: Cells) => Cells = (rows) => rows): Cells => [
  [
    "Table 2: Estimated population by sex, single year of age and administrative area, mid-2019",
    null,
    null,
    null,
    "back to contents",
  ],
  blank,
  ...["Persons", "Males", "Females"].flatMap((sex): Cells => {
    const ages = Array.from({ length: 91 }, (_, age) => age);
    const figures = (area: number): Row => {
      const each = ages.map((age) => people(area, sex, age));
      return [each.reduce((sum, one) => sum + one, 0), null, ...each];
    };
    return [
      [sex, null, null, null, "Age "],
      ["Area code1", "Area name", "All Ages", null, ...ages.slice(0, 90), "90+"],
      ...block(rowsOf(figures, added)),
      blank,
      [null, null, null, null, null, sex === "Females" ? null : `${sex} (continued)`],
    ];
  }),
  ["Footnote"],
  ["1) 2019 Council areas and 2019 NHS Board areas."],
  ["© Crown Copyright 2020"],
];

/** Synthetic: Table 1, ages in columns side by side, bands among single years, summaries below. */
export const table1: Cells = [
  ["Table 1: Estimated population by age and sex, Scotland, mid-2019"],
  blank,
  ["Age", "Persons", "Males", "Females", null, "Age", "Persons", "Males", "Females"],
  ["All ages", 75, 34, 41],
  [0, 3, 1, 2, null, 5, 13, 6, 7],
  [1, 5, 2, 3, null, 6, 15, 7, 8],
  [2, 7, 3, 4, null, "5 - 6", 28, 13, 15],
  [3, 9, 4, 5],
  [4, 11, 5, 6],
  ["0 - 4", 35, 15, 20, null, null, 0, 0, 0],
  [null, null, null, null, null, "7 & over", 12, 6, 6],
  blank,
  [null, "Age group summaries"],
  [null, "All aged under 16", null, null, null, null, 75, 34, 41],
  ["© Crown Copyright 2020"],
];

/** Synthetic: Table 4, a header of two rows. */
export const table4: Cells = [
  ["Table 4: Components of population change by administrative area, mid-2018 to mid-2019"],
  blank,
  [
    "Area code1,2",
    "Area name",
    "Estimated population\n30 June 2018",
    "Births",
    "Deaths",
    "Natural change",
    "Estimated net civilian migration3",
    "Other changes4",
    "Estimated population\n30 June 2019",
    null,
    "Population change",
  ],
  blank,
  [null, null, null, null, null, null, null, null, null, null, "Number", "%"],
  ...rowsOf(
    (area) => [1000 + area, 10, 15 + area, -5 - area, 20 * area - 9, 4, 990 + 20 * area, null, 19 * area - 10, -0.5],
    added,
  ),
  ["Footnotes"],
  ["© Crown copyright 2020"],
];

/** Synthetic: Table 5, groups of columns above the columns, moves within the country that the country has none of. */
export const table5: Cells = [
  ["Table 5: Components of migration by administrative area, mid-2018 to mid-2019"],
  blank,
  [
    "Area code1",
    "Area name",
    null,
    "In-migration2",
    null,
    null,
    null,
    null,
    "Out-migration2",
    null,
    null,
    null,
    null,
    "Net-migration2",
  ],
  [
    null,
    null,
    ...[0, 1, 2].flatMap((k) => [null, `Total${k === 2 ? "" : "3"}`, "Within Scotland", "Rest of UK", "Overseas"]),
  ],
  [null, null, null, null, null, " UK", "Overseas"],
  ["S92000003", "Scotland", null, 120, "n/a", 70, 50, null, 100, "n/a", 60, 40, null, 20, 0, 10, 10],
  [null, "Council areas"],
  ["S12000033", "Aberdeen City", null, 110, 50, 30, 30, null, 90, 40, 30, 20, null, 20, 10, 0, 10],
  ["S12000034", "Aberdeenshire", null, 100, 40, 40, 20, null, 100, 50, 30, 20, null, 0, -10, 10, 0],
  [null, "NHS Board areas"],
  ["S08000020", "Grampian", null, 120, 0, 70, 50, 0, 100, 0, 60, 40, 0, 20, 0, 10, 10],
  ["Footnotes"],
];

/** Synthetic: Table 7, three sexes side by side under their names, the ratio of the sexes at the end. */
export const table7: Cells = [
  ["Table 7: Age and sex structure of administrative areas, mid-2019"],
  blank,
  [null, null, "Persons", null, null, null, null, "Males", null, null, null, null, "Females"],
  [
    "Area code1",
    "Area name",
    ...[0, 1, 2].flatMap(() => ["Median age", "Under 16", "Working age2", "Pensionable age 3 ", null]),
    "Sex Ratio 4",
  ],
  blank,
  ["S92000003", "Scotland", 42.5, 0.2, 0.5, 0.3, null, 40.5, 0.25, 0.5, 0.25, null, 44.5, 0.15, 0.5, 0.35, null, 0.95],
  [null, "Council areas"],
  ["S12000033", "Aberdeen City", 37.3, 0.1, 0.7, 0.2, null, 36.7, 0.2, 0.7, 0.1, null, 38, 0.1, 0.6, 0.3, null, 0.99],
  ["Footnotes"],
];

/** Synthetic: Table 8, blocks with counts and percentages in turn. */
export const table8: Cells = [
  ["Table 8: Rest of UK / Overseas moves and total resident population of Scotland by age group, mid-2018 to mid-2019"],
  blank,
  ["Movements between Scotland and the rest of the UK1,2"],
  [null, "0-15", null, "16+", null, "All ages"],
  [null, "N", "%", "N", "%", "N", "%"],
  ["IN", 6, 60, 4, 40, 10, 100],
  ["OUT", 3, 20, 12, 80, 15, 100],
  ["NET", 3, null, -8, null, -5],
  blank,
  ["Movements between Scotland and Overseas (including asylum seekers & refugees)2,3"],
  [null, "0-15", null, "16+", null, "All ages"],
  [null, "N", "%", "N", "%", "N", "%"],
  ["IN", 2, 20, 8, 80, 10, 100],
  ["OUT", 1, 25, 3, 75, 4, 100],
  ["NET", 1, null, 5, null, 6],
  blank,
  ["Total net migration (including asylum seekers & refugees)2"],
  [null, "0-15", null, "16+", null, "All ages"],
  ["NET", 4, null, -3, null, 1],
  blank,
  ["Age distribution of the mid-2019 resident population of Scotland"],
  [null, "0-15", null, "16+", null, "All ages"],
  ["Total", 25, 25, 75, 75, 100, 100],
  ["Footnotes"],
];

/** Synthetic: Table 9. */
export const table9: Cells = [
  ["Table 9: Land area and population density by administrative area, mid-2019"],
  blank,
  [
    "Area code1",
    "Area name",
    "Estimated population\n30 June 2019",
    "Area2\n(square kilometre)",
    "Density3\n(Persons per\nsquare kilometre)",
  ],
  ["S92000003", "Scotland", 300, 4, 75],
  [null, "Council areas"],
  ["S12000033", "Aberdeen City", 100, 0.5, 200],
  ["S12000034", "Aberdeenshire", 200, 3.5, 57.14285714285714],
  ["Footnotes"],
];

/** Synthetic: Table 10. */
export const table10: Cells = [
  ["Table 10: Births and deaths at mid-year, Scotland, mid-2018 to mid-2019"],
  blank,
  ["Year to \n30 June", "Births", "Deaths", "Natural change \n(births minus deaths)"],
  [2018, 52200, 59900, -7700],
  [2019, 50600, 56200, -5600],
  ["Notes"],
];
