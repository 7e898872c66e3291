import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { ourWorldInDataReader } from "../../../src/readers/institute-for-health-metrics/our-world-in-data.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const sample = [
  "Entity,Code,Year,Deaths - Falls - Sex: Both - Age: All Ages (Number),Deaths - Falls - Sex: Both - Age: Age-standardized (Rate)",
  "Ruritania,RUR,2018,12,5.5",
  "Ruritania,RUR,2019,,5.4",
  "Old Continent,,2019,900,6",
  "",
].join("\n");

test("long titles become a key, rates are apart, and a blank is not available", async () => {
  const file = readRaw(await rawFile(sample, "owid.csv"));
  expect(file.tables.map(({ name, table }) => `${name}: ${table.length}, ${table.measures["value"]!.kind}`)).toEqual([
    "other figures: by areaName, areaCode, period and indicator: 3, score",
    "rates: by areaName, areaCode, period and indicator: 3, rate",
  ]);
  expect([...file.tables[0]!.table].map((row) => [row["areaCode"], row["value"], row.missing])).toEqual([
    ["RUR", 12, null],
    ["RUR", null, "not available"],
    ["", 900, null],
  ]);
  expect(file.issues).toEqual([]);
});

describeSturdiness(ourWorldInDataReader, "owid.csv", () => sample);
