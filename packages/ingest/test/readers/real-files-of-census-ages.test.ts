import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, readRealFile } from "./real-file.ts";

const ages = "population/census2022_age_sex_dz11.csv.gz";
describeRealFiles([ages], () => {
  test("the two sexes differ from all people by the census's noise only", async () => {
    const file = await readRealFile(ages);
    expect([file.reader, file.rows.used, doubtsOf(file)]).toEqual(["scotlands-census-in-rows", 146_496, []]);
    // 6,976 zones, 20 bands of age, two sexes; all ages are tables of their own.
    expect(file.tables.map(({ table }) => table.length)).toEqual([279_040, 13_952, 139_520, 6976]);
  });
});
