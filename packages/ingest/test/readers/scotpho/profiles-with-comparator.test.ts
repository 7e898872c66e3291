import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { scotphoComparatorReader } from "../../../src/readers/scotpho/profiles-with-comparator.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const sample = [
  "indicator,area_name,code,period,numerator,rate,lower_confidence_interval,upper_confidence_interval,comparator_value,comparator_name,definition,data_source",
  'Alcohol stays,NHS Fife,S08000029,2018/19 financial year,2466,675.98,649.38,703.39,669.13,Scotland,"Age-sex standardised rate per 100,000",SMR01',
  'Alcohol stays,NHS Fife,S08000029,2002/03 financial year,2000,700.1,680.2,720.3,743.14,Scotland,"Age-sex standardised rate per 100,000",SMR01',
  "Quit attempts,NHS Fife,S08000029,2018/19 financial year,20,12.5,10,15.2,11.1,Scotland,Percentage,Database",
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "profile.csv"));

test("each definition is a part, and the comparator's figure a measure", async () => {
  const file = await read(sample);
  expect(file.tables.map(({ part, table }) => `${part}: ${table.length}`)).toEqual([
    "Age-sex standardised rate per 100,000: 2",
    "Percentage: 1",
  ]);
  const row = [...file.tables[0]!.table][1]!;
  expect([row["area"], row["numerator"], row["value"], row["lower"], row["upper"], row["comparator"]]).toEqual([
    "S08000029",
    2000,
    700.1,
    680.2,
    720.3,
    743.14,
  ]);
  expect(row["period"]).toMatchObject({ start: "2002-04-01", end: "2003-03-31" });
  expect(file.issues).toEqual([]);
});

test("a value outside its limits is said", async () => {
  const file = await read(sample.replace("675.98", "67598"));
  expect(file.issues.map(({ code, line }) => [code, line])).toEqual([["limits-out-of-order", 2]]);
});

describeSturdiness(scotphoComparatorReader, "profile.csv", () => sample);
