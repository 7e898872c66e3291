import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, readRealFile } from "./real-file.ts";

// Counted in the files: asterisks, and in 2020 three blanks of the comparative illness factor.
const lacking = {
  "deprivation/simd2020_dz11_indicators.csv.gz": {
    crimes: 500,
    attendance: 567,
    attainment: 189,
    comparativeIllness: 3,
  },
  "deprivation/simd2016_indicators_00510566.xlsx": { crimes: 434, crimeRate: 435, attainment: 14 },
};
describeRealFiles(Object.keys(lacking), () => {
  test.each(Object.entries(lacking))("%s: what is suppressed is missing, and nothing else", async (name, wanted) => {
    const file = await readRealFile(name);
    expect([file.rows.used, doubtsOf(file)]).toEqual([6976, []]);
    const { measures } = file.table("by area");
    const missing = (column: string) =>
      Array.from((measures[column as never] as { readonly values: ArrayLike<number> }).values).filter(Number.isNaN)
        .length;
    expect(Object.fromEntries(Object.keys(wanted).map((column) => [column, missing(column)]))).toEqual(wanted);
  });
});
