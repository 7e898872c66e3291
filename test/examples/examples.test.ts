import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { burdenOfDisease, openData } from "@popneeds/ingest";
import { afterAll, describe, expect, it, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const examples = join(root, "examples");
const scripts = readdirSync(examples).filter((name) => name.endsWith(".ts"));
const out = mkdtempSync(join(tmpdir(), "popneeds-examples-"));
afterAll(() => rmSync(out, { recursive: true }));

/** What a script prints; it runs compiled, as a reader runs it: node examples/dist/<script>.js from the root. */
function printed(script: string, ...args: readonly string[]): string {
  const compiled = join(examples, "dist", script.replace(/\.ts$/, ".js"));
  expect(existsSync(compiled), `${compiled} is there: build first, tsc -b examples`).toBe(true);
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiled, ...args], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("every example", () => {
  it("is under 25 lines, imports and comments included", () => {
    const long = scripts.filter(
      (name) => readFileSync(join(examples, name), "utf8").trimEnd().split("\n").length >= 25,
    );
    expect(long).toEqual([]);
  });

  it("begins with the question that it answers, and is listed in the README", () => {
    const readme = readFileSync(join(examples, "README.md"), "utf8");
    for (const name of scripts) {
      expect(readFileSync(join(examples, name), "utf8").split("\n")[0], name).toMatch(/^\/\/ .+[?]/);
      expect(readme).toContain(`](${name})`);
    }
  });

  it("is run below", () => {
    const here = readFileSync(join(import.meta.dirname, "examples.test.ts"), "utf8");
    expect(scripts.filter((name) => !here.includes(`printed("${name}"`))).toEqual([]);
  });
});

// Recomputed outside the project from the published counts: clients 80, 135, 145 over 5,517, 3,623, 1,262 people, weights
// 10,500, 6,500, 2,500 of the European Standard Population 2013; Byar's limits scaled by Dobson's variance.
test("standardised-rate-by-locality: home care by locality, as recomputed by hand", () => {
  const text = printed("standardised-rate-by-locality.ts");
  expect(text).toMatch(/^Annandale and Eskdale +35\.0 \(31\.4 to 38\.8\)$/m);
  expect(text).toMatch(/^Nithsdale +48\.7 \(45\.1 to 52\.5\)$/m);
  expect(text).toMatch(/^Stewartry +32\.6 \(28\.6 to 37\.1\)$/m);
  expect(text).toMatch(/^Wigtownshire +63\.0 \(57\.4 to 69\.0\)$/m);
});

// Dumfries and Galloway aged 85 and over in the published projection, females and males: 2,943 + 2,014 in 2023 and
// 4,392 + 3,495 in 2043.
test("projection: the partnership as published, and localities that add up to it", () => {
  const text = printed("projection.ts");
  expect(text).toMatch(/^Dumfries and Galloway +85\+ +4957 → +7887 \(59%\)$/m);
  const at2043 = [...text.matchAll(/^(.+?) +(0-15|16-64|65-74|75-84|85\+) +\d+ → +(\d+) /gm)];
  expect(at2043).toHaveLength(25);
  for (const band of ["0-15", "16-64", "65-74", "75-84", "85+"]) {
    const figures = at2043.filter((line) => line[2] === band);
    const whole = Number(figures.find((line) => line[1] === "Dumfries and Galloway")?.[3]);
    const parts = figures.filter((line) => line[1] !== "Dumfries and Galloway").map((line) => Number(line[3]));
    // Each printed figure is rounded to a whole person.
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole), band).toBeLessThanOrEqual(2);
  }
});

// Added up outside the project from the 13 data zones S01007481 to S01007493; 148,790 is the published mid-2021 total.
test("custom-area: Stranraer, added up by hand", () => {
  const text = printed("custom-area.ts");
  expect(text).toMatch(/^custom +aged 65 and over +2260 of 9599 people: 23\.5%$/m);
  expect(text).toMatch(/^custom +in the most deprived fifth +3008 of 9599 people: 31\.3%$/m);
  expect(text).toMatch(/^partnership +aged 65 and over +39562 of 148790 people: 26\.6%$/m);
  expect(text).toMatch(/^partnership +in the most deprived fifth +12955 of 148790 people: 8\.7%$/m);
});

test("needs-assessment: writes the page, the tables and the provenance of a locality", () => {
  const folder = join(out, "nithsdale");
  const text = printed("needs-assessment.ts", folder);
  // By hand from the shipped files: the partnership's 300, 560 and 605 clients of January to March 2024 aged 65-74, 75-84
  // and 85+, in the parts that 150 of 360, 245 of 660 and 285 of 720 are: 125 + 207.88 + 239.48 = 572.36.
  expect(text).toMatch(/^People aged 65 and over receiving home care +\d{4} 572 \(/m);
  for (const file of ["index.html", "provenance.json", join("tables", "needs_summary.csv")])
    expect(existsSync(join(folder, file)), file).toBe(true);
});

// Harris: 286 of 1,795 people of its data zones are aged 75 and over in the mid-2021 estimates, added up by hand.
test("with-arquero: ten localities, the oldest first", () => {
  const text = printed("with-arquero.ts");
  expect(text).toMatch(/│ 0 +│ 'Harris' +│ 'Western Isles' +│ 286 +│ 1795 +│ 15\.93/);
  expect(text.match(/^│ \d/gm)).toHaveLength(10);
});

// Least squares over the 97 localities, recomputed outside the project: slope 0.47271, intercept 5.31101, R² 0.78360.
test("with-simple-statistics: the line and how well it fits, as recomputed by hand", () => {
  const text = printed("with-simple-statistics.ts");
  expect(text).toContain("97 localities: limited a lot % = 5.31 + 0.473 × income deprived %");
  expect(text).toContain("R² = 0.784");
});

// Published for 2015-17 by National Records of Scotland: 77.02 and 81.08.
test("life-expectancy: as published for Scotland", () => {
  const text = printed("life-expectancy.ts");
  expect(text).toMatch(/^2015-2017 male {3}at 0: 77\.02 years \(76\.93 to 77\.12\)$/m);
  expect(text).toMatch(/^2015-2017 female at 0: 81\.08 years \(80\.99 to 81\.16\)$/m);
  expect(text.trimEnd().split("\n")).toHaveLength(12);
});

// Added up and fitted outside the project from the shipped files: a line through five shares, weighted by people.
test("inequality: slope and gap, as recomputed by hand", () => {
  const text = printed("inequality.ts");
  expect(text).toMatch(/^Dumfries and Galloway: slope index 8\.3 points, ratio 2\.05$/m);
  expect(text).toMatch(/^Scotland: slope index 13\.1 points, ratio 4\.08$/m);
  expect(text).toMatch(/^Scotland: 10\.5 points between .+; 43% would go/m);
});

// Added up outside the project: 1,323 deaths over 3,090,080 person-years in Glasgow City are 42.8 per 100,000; the squares of
// z on a square-root scale, winsorised at a tenth, have the mean 15.36 over 32 councils.
test("funnel: councils against a funnel, as recomputed by hand", () => {
  const text = printed("funnel.ts");
  expect(text).toMatch(/^32 councils vary 15\.4 times as much as chance$/m);
  expect(text).toMatch(/^Glasgow City +42\.8 high \(0\.025\)$/m);
  expect(text).toMatch(/^Glasgow City +42\.6 smoothed, rank 1 to 3$/m);
});

// SYNTHETIC, in the layout that the workbook is described with; 1,200 + 300.5 is the DALY figure beside them.
test("burden-table: a workbook's figures of both sexes and all ages become a table of the data folder", async () => {
  const folder = join(out, "data-with-burden");
  cpSync(join(root, "datasets", "datapackage.json"), join(folder, "datapackage.json"));
  cpSync(join(root, "datasets", "data"), join(folder, "data"), { recursive: true });
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ["Area", "Year", "Cause", "Sex", "DALYs", "YLLs", "YLDs"],
    ["Scotland", "2019", 'Stroke, called "apoplexy"', "Both", "1,500.5", "1,200", "300.5"],
    ["Scotland", "2019", 'Stroke, called "apoplexy"', "Female", "800", "600", "200"],
    ["Fife", "2019", "Back pain", "Both", "10", "0", "10"],
  ]);
  utils.book_append_sheet(book, sheet, "By area");
  const workbook = join(out, "burden.xlsx");
  writeFileSync(workbook, write(book, { type: "buffer" }) as Uint8Array);
  for (let again = 0; again < 2; again++)
    expect(printed("burden-table.ts", workbook, folder, "2018")).toBe(
      `2 rows (modelled) of the Scottish Burden of Disease are in ${join(folder, "data", "burden-of-disease.csv")}\n`,
    );
  const data = await openData(folder);
  expect(data.names.filter((name) => name === "burden-of-disease")).toHaveLength(1);
  const table = await data.table("burden-of-disease", burdenOfDisease);
  expect(table.provenance.evidence).toBe("modelled");
  expect(
    Array.from(table, (row) => [
      row.area,
      row.period.label,
      row.cause,
      row.yearsOfLifeLost,
      row.yearsLivedWithDisability,
    ]),
  ).toEqual([
    ["S92000003", "2019", 'Stroke, called "apoplexy"', 1200, 300.5],
    ["S37000032", "2019", "Back pain", 0, 10],
  ]);
});

// Python 3.11, from the shipped files: 25,432.748 years in 2023 and 27,727.960 in 2043 for the partnership, whose people are as
// published; 100 × (1 − 25,432.748 ÷ 27,727.960) = 8.3.
test("burden-to-come: years lost at Scotland's rates, with drivers that add up", () => {
  const text = printed("burden-to-come.ts");
  const rows = [...text.matchAll(/^([A-Z][a-z A-Z]+?) +(-?\d+) +(-?\d+) +(-?\d+) +(-?\d+) +(-?\d+)$/gm)];
  const figures = new Map(rows.map(([, name, ...cells]) => [name!, cells.map(Number)]));
  const whole = figures.get("Dumfries and Galloway")!;
  expect([whole[0], whole[4]]).toEqual([25433, 27728]);
  expect(text).toMatch(/^Dumfries and Galloway +8\.3$/m);
  const parts = [...figures].filter(([name]) => name !== "Dumfries and Galloway").map(([, cells]) => cells);
  expect(parts).toHaveLength(4);
  for (const [before, growth, ageing, rates, after] of figures.values()) {
    // Each printed figure is rounded to a whole year.
    expect(Math.abs(before! + growth! + ageing! + rates! - after!)).toBeLessThanOrEqual(2);
    expect(rates).toBe(0);
  }
  for (const [i, figure] of whole.entries())
    expect(Math.abs(parts.reduce((sum, cells) => sum + cells[i]!, 0) - figure)).toBeLessThanOrEqual(2);
});

// Python 3.11, from the shipped files, for the partnership in 2043: held 27,727.96; × exp(ln 0.99 × (0.95 + … + 0.95²⁷)) =
// 24,029.68; with a fifth less in each band below 75, in full effect by then, 25,064.90. Limits by the delta method, normal for rates
// held (27,587 to 27,869), log-normal for the trend (22,358 to 25,827); a limit of 1,000 draws has a standard error of 0.08 of the standard
// deviation, 6 and 75, and lies within three of them.
test("burden-scenarios: years lost under each, and limits from draws near those of the delta method", () => {
  const text = printed("burden-scenarios.ts");
  const rows = [...text.matchAll(/^(held|assumed trend|assumed gain) (\d+) (\d+) (\d+) (.+)$/gm)];
  expect(rows).toHaveLength(15);
  const of = (way: string, area: string) =>
    rows
      .find((row) => row[1] === way && row[5] === area)!
      .slice(2, 5)
      .map(Number);
  const [held, trend, gain] = ["held", "assumed trend", "assumed gain"].map((way) => of(way, "Dumfries and Galloway"));
  expect([held![0], trend![0], gain![0]]).toEqual([27728, 24030, 25065]);
  for (const [drawn, analytic, error] of [
    [held!.slice(1), [27587, 27869], 6],
    [trend!.slice(1), [22358, 25827], 75],
  ] as const)
    for (const [i, limit] of drawn.entries()) expect(Math.abs(limit - analytic[i]!)).toBeLessThan(3 * error);
});

// Recomputed in Python from the CSV files (own code: proportional moves, years by the life table at the middle of bands, weights added and
// 1 − Π(1 − p d), the formula of attributable fractions, growth, ageing and rates in all six orders): deaths moved 745.968, 498.609,
// 246.423; years 27,850.98, 12,422.05, 12,524.84; 17,195.32 and 16,900.30; 0.2019, 0.7895; 6,146.93; 904.42, 2,971.49, −4,833.85.
test("synthetic/burden-of-disease: the whole computation, as recomputed in Python", () => {
  const text = printed("synthetic/burden-of-disease.ts");
  expect(text.split("\n")[0]).toBe(
    "SYNTHETIC: people, deaths, prevalence, weights and risks are made up, of no place.",
  );
  for (const line of [
    "heart disease 746.0",
    "dementia 498.6",
    "lung cancer 246.4",
    "all deaths before 10704.0",
    "all deaths after 10704.0",
    "heart disease 27851",
    "lung cancer 12525",
    "added 17195",
    "shared 16900",
    "heart disease, female 0.202",
    "lung cancer, male 0.789",
    "heart disease 28809 904 2971 -4834 27851",
    "dementia 10285 361 2038 -262 12422",
  ])
    expect(text.replaceAll(/ {2,}/g, " ").split("\n")).toContain(line);
  expect(text).toMatch(/^heart disease +6147 \(/m);
  // The classes: what rests on made-up weights is an assumption, what is moved or projected onto districts is modelled.
  expect(text).toMatch(/^4\. DALYs by cause.+\[assumption\]$/m);
  expect(text).toMatch(/^8\. Deaths modelled and observed.+\[modelled\]$/m);
});
