import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, readRealFile } from "./real-file.ts";

/** Sums of a measure, straight from its column. */
const sum = (
  table: { readonly measures: Readonly<Record<string, { readonly values: ArrayLike<number> }>> },
  measure: string,
) => Array.from(table.measures[measure]!.values).reduce((before, value) => before + value, 0);
const said = ({ issues }: Awaited<ReturnType<typeof readRealFile>>) =>
  issues.filter(({ code }) => code === "perturbed-counts").map(({ message }) => message);

const ethnicity = "population/census2022_UV201_ethnic_group_dz11.csv.gz";
describeRealFiles([ethnicity], () => {
  test("ethnic groups differ from all people by the census's noise only", async () => {
    const file = await readRealFile(ethnicity);
    expect([file.reader, file.rows.used, doubtsOf(file)]).toEqual(["scotlands-census-table", 6976, []]);
    const [groups, all] = [file.table("Ethnic Group: "), file.table("All People")];
    // Python's csv module over the file: 5,439,618 people; the 19 groups 737 more; in a zone 16 apart at most.
    expect([sum(all, "people"), sum(groups, "people") - sum(all, "people")]).toEqual([5_439_618, 737]);
    expect(said(file)).toEqual([
      "the census perturbs its counts: in 5,933 of 6,976 rows the parts do not add up to All People, by 16 at most; in all rows together they are 737 of 5,439,618 apart",
    ]);
  });
});

const homes = "population/census2022_UV402_accommodation_dz11.xlsx";
describeRealFiles([homes], () => {
  test("types of accommodation differ from all households by the census's noise only", async () => {
    const file = await readRealFile(homes);
    expect([file.reader, file.rows.used, doubtsOf(file)]).toEqual(["scotlands-census-table", 6976, []]);
    expect(said(file)).toEqual([
      "the census perturbs its counts: in 4,740 of 6,976 rows the parts do not add up to All occupied households, by 12 at most; in all rows together they are -641 of 2,509,357 apart",
    ]);
  });
});

const limitations = "population/census2022_disability_dz11.csv.gz";
describeRealFiles([limitations], () => {
  test("every row is used; four zones have no residents, and no share", async () => {
    const file = await readRealFile(limitations);
    expect([file.reader, file.rows, doubtsOf(file)]).toEqual([
      "scotlands-census-in-rows",
      { read: 20_928, used: 20_928, refused: 0 },
      [],
    ]);
    const shares = file.table("by limitation").measures as Readonly<
      Record<string, { readonly values: ArrayLike<number> }>
    >;
    expect(Array.from(shares.share!.values).filter(Number.isNaN).length).toBe(4 * 3);
  });
});
