import { type Age, ageBands, parseAge, type Sex, tableFromRows } from "@popneeds/core";
import { dependencyRatios, medianAge, regroupAges, type WorkingAgesName } from "@popneeds/population";
import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";
import { sheetOf } from "./published-file.ts";

interface Person {
  readonly area: string;
  readonly sex: Sex;
  readonly age: Age;
  readonly people: number;
}

/** A row of table 7: what it prints of an area and a sex. */
interface Printed {
  readonly medianAge: number;
  readonly children: number;
  readonly workingAge: number;
  readonly older: number;
}

const isArea = (cell: unknown): cell is string => typeof cell === "string" && /^S\d{8}$/.test(cell);

/** People by area, sex and single year of age: three blocks one under another, headed Persons, Males and Females. */
function peopleOf(path: string): readonly Person[] {
  const people: Person[] = [];
  const blocks: Readonly<Record<string, Sex>> = { Persons: "all", Males: "male", Females: "female" };
  let sex: Sex = "all";
  let ages: readonly (Age | null)[] = [];
  for (const row of sheetOf(folder, path, "Table 2")) {
    const block = blocks[String(row[0]).trim()];
    if (block) sex = block;
    if (/^Area code/.test(String(row[0])))
      ages = row.map((cell) => (cell === null || cell === "" ? null : parseAge(String(cell))));
    const area = row[0];
    if (!isArea(area)) continue;
    for (const [i, age] of ages.entries()) if (age && i > 1) people.push({ area, sex, age, people: Number(row[i]) });
  }
  return people;
}

/** What table 7 prints, by area and sex. */
function printedOf(path: string): ReadonlyMap<string, Printed> {
  const printed = new Map<string, Printed>();
  for (const row of sheetOf(folder, path, "Table 7")) {
    const area = row[0];
    if (!isArea(area)) continue;
    const figures = row.slice(2).filter((cell): cell is number => typeof cell === "number");
    for (const [i, sex] of (["all", "male", "female"] as const).entries()) {
      const [medianAge, children, workingAge, older] = figures.slice(4 * i, 4 * i + 4);
      printed.set(`${area} ${sex}`, {
        medianAge: medianAge!,
        children: children!,
        workingAge: workingAge!,
        older: older!,
      });
    }
  }
  return printed;
}

const editions: readonly {
  readonly path: string;
  readonly ages: WorkingAgesName;
  readonly people: number;
  readonly within: number;
}[] = [
  // Scotland's people as the workbooks print them.
  {
    path: "population/mid-year-pop-est-19-data.xlsx",
    ages: "16 to pension age mid-2019",
    people: 5_463_300,
    within: 1.5,
  },
  {
    path: "population/mid-year-pop-est-20-data.ods",
    ages: "16 to pension age mid-2020",
    people: 5_466_000,
    within: 1e-6,
  },
];

describePublished(
  "age and sex structure as National Records of Scotland prints it",
  editions.map(({ path }) => path),
  () => {
    for (const { path, ages, people, within } of editions) {
      it(`of ${path} agrees in 47 areas, by sex`, () => {
        const rows = peopleOf(path);
        const table = tableFromRows(rows, { people: "count" });
        const printed = printedOf(path);
        expect(printed.size).toBe(141);
        expect(rows).toHaveLength(141 * 91);

        const all = regroupAges(table, ageBands(0));
        expect([...all].find(({ area, sex }) => area === "S92000003" && sex === "all")!.people).toBe(people);

        let worst = 0;
        for (const { area, sex, medianAge: found } of medianAge(table))
          worst = Math.max(worst, Math.abs(found! / printed.get(`${area} ${sex}`)!.medianAge - 1));
        expect(worst).toBeLessThan(2e-15);

        const apart = { children: 0, workingAge: 0, older: 0 };
        for (const sex of ["all", "male", "female"] as const) {
          const own = tableFromRows(
            rows.filter((row) => row.sex === sex),
            { people: "count" },
          );
          for (const { area, ...found } of dependencyRatios(own, { ages })) {
            const total = found.children! + found.workingAge! + found.older!;
            const expected = printed.get(`${area} ${sex}`)!;
            // In people. The workbook of 2019 rounds those of pensionable age to whole ones, that of 2020 does not.
            for (const name of ["children", "workingAge", "older"] as const)
              apart[name] = Math.max(apart[name], Math.abs(found[name]! - expected[name] * total));
          }
        }
        for (const gap of Object.values(apart)) expect(gap).toBeLessThan(within);
      });
    }
  },
);
