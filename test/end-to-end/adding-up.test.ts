import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  agesAcross,
  area,
  countAcross,
  loadPlaces,
  openData,
  period,
  readCsv,
  rollUp,
  type Schema,
  schema,
  sex,
  smallAreaPopulation,
} from "popneeds";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { datasets, published } from "./run-popneeds.ts";

/** People by year, sex and age of one area. */
type Cells = ReadonlyMap<string, number>;

const shipped = (table: string) => csvRows(readFileSync(join(datasets, "data", `${table}.csv`), "utf8"));
const look = (rows: readonly Readonly<Record<string, string>>[], from: string, to: string) =>
  new Map(rows.map((row) => [row[from]!, row[to]!]));

/** The sum of the areas that a look-up sends to each larger one, cell by cell. */
function summed(parts: ReadonlyMap<string, Cells>, to: (code: string) => string | undefined): Map<string, Cells> {
  const sums = new Map<string, Map<string, number>>();
  for (const [code, cells] of parts) {
    const whole = to(code);
    if (whole === undefined) continue;
    const sum = sums.get(whole) ?? new Map<string, number>();
    for (const [cell, people] of cells) sum.set(cell, (sum.get(cell) ?? 0) + people);
    sums.set(whole, sum);
  }
  return sums;
}

function cellsOf(
  table: Iterable<{ readonly area: string; readonly people: number | null } & object>,
): Map<string, Cells> {
  const byArea = new Map<string, Map<string, number>>();
  for (const row of table as Iterable<{
    area: string;
    period: { label: string };
    sex: string;
    age: { label: string };
    people: number | null;
  }>) {
    const cells = byArea.get(row.area) ?? new Map<string, number>();
    cells.set(`${row.period.label} ${row.sex} ${row.age.label}`, row.people!);
    byArea.set(row.area, cells);
  }
  return byArea;
}

function total(cells: Cells): number {
  let sum = 0;
  for (const people of cells.values()) sum += people;
  return sum;
}

/** Every area of `whole` has the very cells of the sum of its parts. */
function expectSame(sums: ReadonlyMap<string, Cells>, whole: ReadonlyMap<string, Cells>): void {
  expect([...sums.keys()].sort()).toEqual([...whole.keys()].sort());
  for (const [code, cells] of whole) {
    expect([code, sums.get(code)!.size]).toEqual([code, cells.size]);
    const off = [...cells].filter(([cell, people]) => sums.get(code)!.get(cell) !== people);
    expect([code, off.slice(0, 3)]).toEqual([code, []]);
  }
}

describe("the people of data zones in 2021, rolled up", async () => {
  const data = await openData(datasets);
  const places = await loadPlaces(data);
  const levels = ["locality", "council", "partnership", "board", "region", "country"] as const;
  const people = rollUp(await data.table("population-small-area-2021", smallAreaPopulation), places, levels);
  const at = (level: string) => cellsOf([...people].filter((row) => row.level === level));
  const byLevel = new Map(levels.map((level) => [level as string, at(level)]));

  it("of localities add up to the partnership wherever there are localities, for each sex and age", () => {
    const localities = byLevel.get("locality")!;
    const sums = summed(localities, (code) => places.parent(code, "partnership")!.code);
    const with22 = new Map([...byLevel.get("partnership")!].filter(([code]) => sums.has(code)));
    // 22 of the 31 partnerships have zones in the published look-up.
    expect(with22.size).toBe(22);
    expectSame(sums, with22);
  });

  it.each([
    ["council", "partnership"],
    ["council", "board"],
    ["partnership", "board"],
    ["board", "region"],
    ["region", "country"],
  ] as const)("of each %s add up to the %s, for each sex and age", (parts, whole) => {
    expectSame(
      summed(byLevel.get(parts)!, (code) => places.parent(code, whole)!.code),
      byLevel.get(whole)!,
    );
  });

  it("are 37,899 + 58,678 + 23,931 + 28,282 = 148,790 in Dumfries and Galloway and 5,479,900 in Scotland", () => {
    const own = places.children("S37000006", "locality").map(({ code }) => total(byLevel.get("locality")!.get(code)!));
    expect([...own].sort((a, b) => a - b)).toEqual([23_931, 28_282, 37_899, 58_678]);
    expect(total(byLevel.get("partnership")!.get("S37000006")!)).toBe(148_790);
    expect(total(byLevel.get("country")!.get("S92000003")!)).toBe(5_479_900);
  });
});

const missing = ["population", "geo"].filter((folder) => !existsSync(join(published, folder)));
if (missing.length > 0) process.stderr.write(`skipped: the published files are not at ${published}\n`);

describe.skipIf(missing.length > 0)("the published files", () => {
  const words = { Female: "female", Male: "male" } as const;
  const byYear = (code: string): Schema =>
    schema({
      area: area(code),
      period: period("Year"),
      sex: sex("Sex", words, { totals: ["All"] }),
      age: agesAcross(),
      people: countAcross(),
    });
  const gunzipped = (path: string) => csvRows(gunzipSync(readFileSync(join(published, path))).toString("utf8"));
  const files = { est: "1981_2023", proj: "2018_2043" } as const;
  const years = { est: 43, proj: 26 } as const;

  describe.each(["est", "proj"] as const)("pop_%s", (series) => {
    it("councils add up to partnerships, partnerships to boards, boards to Scotland, and are what is shipped, for each sex, age and year", async () => {
      const read = async (letters: string, code: string) => {
        const file = join(published, "population", `phs_${letters}_pop_${series}_${files[series]}.csv.gz`);
        const table = await readCsv(file, byYear(code));
        expect(table.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
        const cells = cellsOf(table as unknown as Iterable<{ area: string; people: number }>);
        const country = cells.get("S92000003")!;
        cells.delete("S92000003");
        expect(country.size).toBe(years[series] * 2 * 91);
        return { cells, country: new Map([["S92000003", country]]) };
      };
      const zones = gunzipped("geo/phs_dz2011_codes_and_labels.csv.gz");
      const councils = await read("ca", "CA");
      const partnerships = await read("hscp", "HSCP");
      const boards = await read("hb", "HB");
      const [toPartnership, councilBoard, toBoard] = [
        look(zones, "CA", "HSCP"),
        look(zones, "CA", "HB"),
        look(zones, "HSCP", "HB"),
      ];
      expectSame(
        summed(councils.cells, (code) => toPartnership.get(code)),
        partnerships.cells,
      );
      expectSame(
        summed(councils.cells, (code) => councilBoard.get(code)),
        boards.cells,
      );
      expectSame(
        summed(partnerships.cells, (code) => toBoard.get(code)),
        boards.cells,
      );
      expectSame(
        summed(boards.cells, () => "S92000003"),
        boards.country,
      );

      const data = await openData(datasets);
      const ofSeries = series === "est" ? "estimates" : "projections";
      for (const [level, of] of Object.entries({ council: councils, partnership: partnerships, board: boards })) {
        const rows = shipped(`population/${ofSeries}-${level}`);
        const cells = new Map<string, Map<string, number>>();
        for (const { area: code, year, sex: of, ...ages } of rows) {
          const own = cells.get(code!) ?? new Map<string, number>();
          for (const [age, people] of Object.entries(ages)) own.set(`${year} ${of} ${age}`, Number(people));
          cells.set(code!, own);
        }
        expect(data.has(`population-${ofSeries}-${level}`)).toBe(true);
        expectSame(cells, of.cells);
      }
    });
  });

  it("data zones of the published look-up add up to their partnership, and are what is shipped", () => {
    const zones = gunzipped("population/sape2021_dz11_sex_syoa.csv.gz");
    const columns = Object.keys(zones[0]!).filter((name) => /^(?:Age )?\d/.test(name));
    expect(columns.length).toBe(91);
    const cells = new Map<string, Map<string, number>>();
    for (const row of zones) {
      const code = row["Data zone code"]!;
      const own = cells.get(code) ?? new Map<string, number>();
      for (const [age, column] of columns.entries())
        own.set(`${row["Sex"]!.toLowerCase().replace(/s$/, "")} ${age}`, Number(row[column]));
      cells.set(code, own);
    }
    const ours = new Map<string, Map<string, number>>();
    for (const { data_zone: code, sex: of, ...ages } of shipped("population/small-area-2021")) {
      const own = ours.get(code!) ?? new Map<string, number>();
      for (const [age, people] of Object.entries(ages)) own.set(`${of} ${age === "90+" ? 90 : age}`, Number(people));
      ours.set(code!, own);
    }
    expectSame(ours, cells);

    const locality = look(gunzipped("geo/phs_datazone_to_locality_lookup.csv.gz"), "DataZone", "SubHSCP");
    const partnership = look(gunzipped("geo/phs_dz2011_codes_and_labels.csv.gz"), "DataZone", "HSCP");
    const partnershipOf = new Map([...locality].map(([zone, code]) => [code, partnership.get(zone)!]));
    const localities = summed(cells, (zone) => locality.get(zone));
    const parts = summed(localities, (code) => partnershipOf.get(code));
    const whole = summed(cells, (zone) => partnership.get(zone));
    expect(parts.size).toBe(22);
    expectSame(parts, new Map([...whole].filter(([code]) => parts.has(code))));
  });
});
