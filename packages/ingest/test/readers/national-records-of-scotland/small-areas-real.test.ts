import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPublished } from "../../../src/published/read-published.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "shared", "data", "population");
const names = ["sape-2021-persons.xlsx", "sape2021_dz11_sex_syoa.csv.gz"] as const;
const missing = names.filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0)
  process.stderr.write(`skipped: small areas of 2021: not found in ${folder}: ${missing.join(", ")}\n`);

describe.skipIf(missing.length > 0)("real small areas of 2021", () => {
  // One workbook of 680,000 cells takes seconds to open, so that the two of a sex are read from the CSV made of them.
  test("males and females are the persons of every zone and age, 5,479,900 in all", { timeout: 60_000 }, async () => {
    const [persons, sexes] = await Promise.all(names.map((name) => readPublished(join(folder, name), { name })));
    expect(persons!.reader).toBe("nrs-small-area-population");
    expect(persons!.source.edition).toBe("published 1 September 2022");
    expect(persons!.rows).toEqual({ read: 6976, used: 6976, refused: 0 });
    // 6,976 zones of two sexes (MANIFEST: 13,953 lines with the header).
    expect(sexes!.rows).toEqual({ read: 13_952, used: 13_952, refused: 0 });
    for (const file of [persons!, sexes!])
      expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
    const sum = new Map<string, number>();
    for (const { table } of sexes!.tables.slice(0, 1))
      for (const { area, age, people } of table as Iterable<Row>)
        sum.set(`${area} ${age.label}`, (sum.get(`${area} ${age.label}`) ?? 0) + people);
    let total = 0;
    let wrong = 0;
    for (const { area, age, people } of persons!.tables[0]!.table as Iterable<Row>) {
      total += people;
      if (sum.get(`${area} ${age.label}`) !== people) wrong++;
    }
    expect({ total, wrong, cells: sum.size }).toEqual({ total: 5_479_900, wrong: 0, cells: 6976 * 91 });
  });
});

interface Row {
  readonly area: string;
  readonly age: { readonly label: string };
  readonly people: number;
}
