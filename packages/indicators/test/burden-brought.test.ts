import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openData } from "@popneeds/ingest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { burdenInputs } from "../src/burden/burden-brought.ts";
import { disabilityAdjustedLifeYears } from "../src/catalogue/burden-of-disease/disability-adjusted-life-years.ts";
import { yearsLivedWithDisability } from "../src/catalogue/burden-of-disease/years-lived-with-disability.ts";
import type { Estimate } from "../src/estimate.ts";
import { area, data, localities, places } from "./computed.ts";
import { raw } from "./raw.ts";

/** SYNTHETIC: round figures of our own, of no study. */
const header = "area,period,sex,cause,years_of_life_lost,years_lived_with_disability";
const rows = [
  "S92000003,2019,all,Stroke,2000,1000",
  "S92000003,2019,all,Back pain,0,5000",
  "S92000003,2019,all,All causes,9000,8000",
  "S12000006,2019,all,Stroke,70,30",
  "S12000006,2019,all,Back pain,,160",
  "S12000006,1970,all,Stroke,10,5",
  "S12000033,2019,all,Stroke,1,1",
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "popneeds-brought-"));
});
afterAll(() => rm(folder, { recursive: true }));

const setting = {
  places,
  areas: new Set<string>([...Object.values(area), ...localities]),
  partnership: area.partnership,
};

async function given(
  lines: readonly string[],
  { of = yearsLivedWithDisability, ...about }: { of?: typeof yearsLivedWithDisability; class?: string } = {},
): Promise<readonly Estimate[]> {
  await writeFile(join(folder, "burden.csv"), `${[header, ...lines].join("\n")}\n`);
  const resources = [{ name: "burden-of-disease", path: "burden.csv", ...about }];
  await writeFile(join(folder, "datapackage.json"), JSON.stringify({ resources }));
  const brought = await burdenInputs.brought.load(await openData(folder));
  return of.compute({ ...(await shipped()), brought }, setting);
}

/** The shipped tables, read once. */
const { brought: _, ...shippedInputs } = burdenInputs;
const tables = Promise.all(
  Object.entries(shippedInputs).map(async ([key, input]) => [key, await input.load(data)] as const),
);
type Shipped = Omit<Parameters<typeof yearsLivedWithDisability.compute>[0], "brought">;
const shipped = async () => Object.fromEntries(await tables) as unknown as Shipped;

const of = (estimates: readonly Estimate[], code: string, category: string, period = "2019") =>
  estimates.find((one) => one.area === code && one.category === category && one.period.label === period);

/** People of an area in a year, added up from the shipped file. */
function people(table: string, code: string, year: string): number {
  const found = raw(table).filter((row) => row["area"] === code && row["year"] === year);
  const ages = Object.keys(found[0]!).filter((name) => /^\d+\+?$/.test(name));
  return found.reduce((sum, row) => sum + ages.reduce((part, age) => part + Number(row[age]), 0), 0);
}

describe("a burden table that a user brought", () => {
  it("gives years over the people of the year, by cause: Scotland's 5,000 and its own total of 8,000", async () => {
    const found = await given(rows);
    const n = people("population/estimates-country", "S92000003", "2019");
    expect(n).toBeGreaterThan(5_400_000);
    const [pain, all] = [of(found, "S92000003", "Back pain")!, of(found, "S92000003", "")!];
    expect(pain.value).toBeCloseTo((5000 / n) * 100_000, 9);
    expect([pain.numerator, pain.denominator, pain.level]).toEqual([5000, n, "country"]);
    // The table's own total, not 1,000 + 5,000.
    expect(all.numerator).toBe(8000);
  });

  it("sums causes where the table has no total: 30 + 160 in the council", async () => {
    expect(of(await given(rows), "S12000006", "")!.numerator).toBe(190);
  });

  it("adds years lost and lived; where either is blank there is no sum: 2,000 + 1,000, and none for back pain", async () => {
    const found = await given(rows, { of: disabilityAdjustedLifeYears });
    expect(of(found, "S92000003", "Stroke")!.numerator).toBe(3000);
    expect(of(found, "S12000006", "Stroke")!.numerator).toBe(100);
    const gone = ["Back pain", ""].map((category) => of(found, "S12000006", category)!);
    expect(gone.map(({ value, missing }) => [value, missing])).toEqual([
      [null, "not available"],
      [null, "not available"],
    ]);
  });

  it("leaves the figure out, with the reason, where nobody knows the people of the year", async () => {
    const found = of(await given(rows), "S12000006", "Stroke", "1970")!;
    expect([found.value, found.missing, found.numerator, found.level]).toEqual([null, "incomplete", 5, "council"]);
  });

  it("has figures for its own areas, years and causes only", async () => {
    const found = await given(rows);
    expect(found.map((one) => `${one.area} ${one.period.label} ${one.category}`)).toEqual([
      "S12000006 2019 Stroke",
      "S12000006 2019 Back pain",
      "S92000003 2019 Stroke",
      "S92000003 2019 Back pain",
      "S12000006 1970 Stroke",
      "S12000006 2019 ",
      "S92000003 2019 ",
      "S12000006 1970 ",
    ]);
  });

  it("knows the people of localities in mid-2021", async () => {
    const code = localities[0]!;
    const found = of(await given([`${code},2021,all,Stroke,10,5`]), code, "Stroke", "2021")!;
    expect([found.level, found.numerator]).toEqual(["locality", 5]);
    expect(found.denominator).toBeGreaterThan(10_000);
  });

  it("is published unless its descriptor says of what class it is", async () => {
    const classOf = async (about: { class?: string }) => (await given(rows, about))[0]!.provenance.evidence;
    expect(await classOf({})).toBe("published");
    expect(await classOf({ class: "modelled" })).toBe("modelled");
  });

  it("refuses a sex by itself, a run of years and a total in other words", async () => {
    const refused = (line: string) =>
      given([line]).then(
        () => "taken",
        (error: Error) => error.message,
      );
    expect([
      await refused("S92000003,2019,female,Stroke,1,1"),
      await refused("S92000003,2017-2019,all,Stroke,1,1"),
      await refused("S92000003,2019,all,Total,1,1"),
    ]).toMatchInlineSnapshot(`
      [
        "[unexpected-value] every row must hold what the schema says; 1 fault:
        burden.csv, line 2: sex is "female"; expected all, for both sexes [unexpected-value] Fix: Give the years of both sexes together, with all in this column.",
        "[unexpected-value] every row must hold what the schema says; 1 fault:
        burden.csv, line 2: period is "2017-2019"; expected one year such as 2019 [unexpected-value] Fix: Give each year rows of its own; the people of a run of years are not known here.",
        "[unexpected-value] every row must hold what the schema says; 1 fault:
        burden.csv, line 2: cause is "Total"; expected a cause, or All causes [unexpected-value] Fix: Call the total of a list of causes All causes, and leave out other totals.",
      ]
    `);
  });

  it("gives nothing of areas that are not wanted, and nothing where no table was brought", async () => {
    expect(await given(["S12000033,2019,all,Stroke,1,1"])).toEqual([]);
    expect(await burdenInputs.brought.load(data)).toBeNull();
    expect(yearsLivedWithDisability.compute({ ...(await shipped()), brought: null }, setting)).toEqual([]);
  });
});
