import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { referenceLifeTableReader } from "../../../src/readers/institute-for-health-metrics/reference-life-table.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: round figures that are nobody's. */
const sample = "age,ex\n0,80\n1,79.5\n5,75\n10,70\n15,65.5\n";
const read = async (text: string) => readRaw(await rawFile(text, "reference.csv"));

test("a reference life table is read under its licence", async () => {
  const file = await read(sample);
  expect(file.reader).toBe("global-burden-of-disease-reference-life-table");
  expect([...file.tables[0]!.table].map((row) => [(row["age"] as { from: number }).from, row["expectancy"]])).toEqual([
    [0, 80],
    [1, 79.5],
    [5, 75],
    [10, 70],
    [15, 65.5],
  ]);
  expect(file.source.licence).toBe("IHME Free-of-Charge Non-commercial User Agreement");
  expect(file.issues).toEqual([]);
});

test("an expectation of life that does not fall with age is said", async () => {
  expect((await read(sample.replace("10,70", "10,75"))).issues.map(({ message }) => message)).toEqual([
    "the expectation of life is not below that of the age before in 1 row (line 5)",
  ]);
});

test("another table of ages and ex is not taken for one", async () => {
  await expect(read("age,ex\n0,80\n1,79\n2,78\n3,77\n")).rejects.toMatchObject({ code: "unknown-format" });
});

describeSturdiness(referenceLifeTableReader, "reference.csv", () => sample);
