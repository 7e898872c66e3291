import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  nationalProjection,
  populationProjectionTextReader,
} from "../../../src/readers/national-records-of-scotland/population-projection-text.ts";
import { projectionVariant } from "../../../src/readers/national-records-of-scotland/projection-variant.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { said } from "./a-workbook.ts";

/** Synthetic: two years, ages 0, 1, 2 to 109 and over, padded as published. */
const sample = `${[
  "Sex\tAge\t2016\t2017",
  "1\t           0\t28697\t27384",
  "1\t           1\t29017\t28894",
  "1\t2 - 109\t5\t6",
  "1\t110 and over\t0\t1",
  "2\t           0\t26819\t26091",
  "2\t           1\t27567\t27022",
  "2\t2 - 109\t7\t8",
  "2\t110 and over\t2\t0",
].join("\n")}\n`;

const read = async (text = sample, name = "npp/sc_hpp_opendata2016.txt.gz") =>
  readRaw(await rawFile(text, name), { readers: [populationProjectionTextReader] });

describe("national projections as text", () => {
  test("country, variant and base year come from the name, ages lose their padding", async () => {
    const file = await read();
    expect(file.because).toBe("its header, separated by tabs, is Sex, Age and the years 2016 to 2017");
    expect(file.source.edition).toBe("2016-based");
    expect(file.issues).toEqual([]);
    const rows = [...file.as(nationalProjection)].filter(
      ({ sex, period }) => sex === "male" && period.label === "2017",
    );
    expect(rows.map(({ area, variant, age, people }) => [area, variant, age.label, people])).toEqual([
      ["S92000003", "high fertility", "0", 27384],
      ["S92000003", "high fertility", "1", 28894],
      ["S92000003", "high fertility", "2-109", 6],
      ["S92000003", "high fertility", "110+", 1],
    ]);
    expect(file.tables[0]!.table.provenance.evidence).toBe("projected");
  });

  test("a file whose name does not say of which country and variant it is, is not read", async () => {
    await expect(read(sample, "projection.txt")).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-variant] projection.txt, line 1: the name of the file does not say of which country and variant the projection is, and its rows do not either
        Fix: Give the file the name that it was published under: sc_ppp_opendata2016.txt.]
    `);
    await expect(read(sample, "sc_xyz_opendata2016.txt")).rejects.toThrow("does not say of which country and variant");
  });

  test("ages that are missing are a warning", async () => {
    const gap = sample.split("\n").filter((line) => !line.startsWith("1\t           1"));
    expect(said((await read(gap.join("\n"))).issues)).toEqual([
      "warning ages-incomplete: the ages of sex 1 have a gap before 2-109: not everybody is counted",
    ]);
    const closed = sample.split("\n").filter((line) => !line.startsWith("2\t110"));
    expect(said((await read(closed.join("\n"))).issues)).toEqual([
      "warning ages-incomplete: the ages of sex 2 do not go to the oldest: not everybody is counted",
    ]);
  });

  test("variants have the names that their publisher gives them", () => {
    expect(["ppp", "lll", "plp", "ppz"].map(projectionVariant)).toEqual([
      "principal",
      "low population",
      "low life expectancy",
      "zero net migration",
    ]);
    expect(projectionVariant("")).toBe(null);
    expect(projectionVariant("toString")).toBe(null);
  });
});

describeSturdiness(populationProjectionTextReader, "sc_ppp_opendata2016.txt", () => sample);
