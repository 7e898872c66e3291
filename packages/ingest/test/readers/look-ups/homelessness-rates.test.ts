import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { homelessnessRatesReader } from "../../../src/readers/look-ups/homelessness-rates.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const sample = [
  '"ltla21_code","Assessed as homeless or threatened with homelessness per 1,000","Households in temporary accommodation per 1,000"',
  '"S12000033",10.5,14.25',
  '"S12000034",6.75,4.125',
  '"S12000029",NA,2.5',
  "",
].join("\n");

test("rates by council; that their period is not known is a warning", async () => {
  const file = readRaw(await rawFile(sample, "rates.csv"));
  expect(
    [...file.tables[0]!.table].map((row) => [row["area"], row["assessedAsHomeless"], row["inTemporaryAccommodation"]]),
  ).toEqual([
    ["S12000033", 10.5, 14.25],
    ["S12000034", 6.75, 4.125],
    ["S12000029", null, 2.5],
  ]);
  expect(file.issues).toMatchInlineSnapshot(`
    [
      {
        "code": "no-period",
        "file": "rates.csv",
        "fix": "Find the period at the source before using them, and note it.",
        "message": "the file does not say of which period its rates are, nor per 1,000 of what",
        "severity": "warning",
      },
    ]
  `);
});

describeSturdiness(homelessnessRatesReader, "rates.csv", () => sample);
