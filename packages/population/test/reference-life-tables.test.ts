import { openData } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { createReferenceLifeTable, referenceLifeTables } from "../src/index.ts";

describe("referenceLifeTables", () => {
  it("gives the table that comes with the data, by sex and single year of age to 100", async () => {
    const tables = await referenceLifeTables(await openData(new URL("../../../datasets", import.meta.url).pathname));
    const uk = tables.get("uk-nlt-2016-18")!;
    // Office for National Statistics, National life tables, United Kingdom, 2016-18: 79.25 and 82.93 years at birth.
    expect(uk.expectancy.male?.[0]).toEqual({ age: 0, years: 79.25 });
    expect(uk.expectancy.female?.[0]).toEqual({ age: 0, years: 82.93 });
    expect(uk.expectancy.female).toHaveLength(101);
    expect(uk.expectancy.all).toBeUndefined();
    expect(uk.provenance.source?.id).toBe("standards-reference-life-tables");
    expect(uk.name).toBe("United Kingdom national life tables 2016-18");
  });
});

describe("createReferenceLifeTable", () => {
  it("puts ages in order", () => {
    const rows = [
      { sex: "all", age: 50, years: 30 },
      { sex: "all", age: 0, years: 80 },
    ] as const;
    expect(createReferenceLifeTable({ id: "x", name: "X", rows }).expectancy.all?.map(({ age }) => age)).toEqual([
      0, 50,
    ]);
  });

  it("refuses an age that comes twice, and what is no number of years", () => {
    const table = (...rows: { sex: "female"; age: number; years: number }[]) =>
      createReferenceLifeTable({ id: "x", name: "X", rows });
    const row = { sex: "female", age: 1, years: 80 } as const;
    expect(() => table(row, row)).toThrow(
      "[invalid-life-table] life table x: each sex needs each age once, with years of 0 or more; 1 of 2 rows fail:\n  female  age 1  80 years",
    );
    expect(() => table({ ...row, years: Number.NaN })).toThrow("[invalid-life-table]");
    expect(() => table({ ...row, age: -1 })).toThrow("[invalid-life-table]");
    expect(() => table()).toThrow("[invalid-life-table]");
  });
});
