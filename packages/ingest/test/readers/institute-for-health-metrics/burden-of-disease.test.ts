import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { burdenOfDiseaseReader } from "../../../src/readers/institute-for-health-metrics/burden-of-disease.ts";
import { describeSturdiness } from "../sturdiness.ts";

const ids =
  "measure_id,measure_name,location_id,location_name,sex_id,sex_name,age_id,age_name,cause_id,cause_name,metric_id,metric_name,year,val,upper,lower";
/** Synthetic, every figure: not a row of what the Institute gives out. */
const rows = [
  "1,Deaths,900,Ruritania,1,Male,22,All ages,1,Falls,1,Number,2019,12.5,14,11",
  "1,Deaths,900,Ruritania,2,Female,22,All ages,1,Falls,1,Number,2019,10.5,12,9",
  "1,Deaths,900,Ruritania,3,Both,22,All ages,1,Falls,1,Number,2019,23,25,21",
  "1,Deaths,900,Ruritania,3,Both,28,<1 year,1,Falls,1,Number,2019,1,2,0.5",
  "1,Deaths,900,Ruritania,3,Both,235,95+ years,1,Falls,1,Number,2019,3,4,2",
  "1,Deaths,900,Ruritania,3,Both,2,0-6 days,1,Falls,1,Number,2019,0.25,0.5,0.125",
  "1,Deaths,900,Ruritania,3,Both,27,Age-standardized,1,Falls,3,Rate,2019,5.5,6,5",
  "2,DALYs (Disability-Adjusted Life Years),900,Ruritania,3,Both,22,All ages,1,Falls,1,Number,2019,400,450,350",
  "2,DALYs (Disability-Adjusted Life Years),900,Ruritania,3,Both,22,All ages,1,Falls,2,Percent,2019,0.031,0.04,0.02",
];
const sample = `${[ids, ...rows].join("\n")}\n`;
const read = async (bytes: string | Uint8Array, name = "gbd.csv") => readRaw(await rawFile(bytes, name));

describe("the results tool of the Global Burden of Disease", () => {
  test("measures in their metrics, age-standardised rates and ages in days are parts; both sexes and all ages are totals", async () => {
    const file = await read(sample);
    expect(
      file.tables.map(({ name, table }) => `${name}: ${table.length}, ${table.measures["value"]!.kind}`),
    ).toMatchInlineSnapshot(`
      [
        "Deaths, Number: by area, areaName, period, sex, causeId and cause: 2, count",
        "Deaths, Number: by area, areaName, period, age, causeId and cause: 2, count",
        "Deaths, Number: by area, areaName, period, causeId and cause: 1, count",
        "Deaths, Number, ages in words: by area, areaName, period, age, causeId and cause: 1, count",
        "Deaths, Rate, age-standardised: by area, areaName, period, causeId and cause: 1, rate",
        "DALYs (Disability-Adjusted Life Years), Number: by area, areaName, period, causeId and cause: 1, years",
        "DALYs (Disability-Adjusted Life Years), Percent: by area, areaName, period, causeId and cause: 1, ratio",
      ]
    `);
  });

  test("the upper limit, which comes first, is the upper limit", async () => {
    const row = [...(await read(sample)).tables[0]!.table][0]!;
    expect([row["sex"], row["value"], row["lower"], row["upper"]]).toEqual(["male", 12.5, 11, 14]);
  });

  test("bands of years are ages; days keep their words", async () => {
    const file = await read(sample);
    const ages = [...file.tables[1]!.table].map((row) => row["age"]);
    expect(ages).toMatchObject([
      { from: 0, to: 1 },
      { from: 95, to: Number.POSITIVE_INFINITY },
    ]);
    expect([...file.tables[3]!.table].map((row) => row["age"])).toEqual(["0-6 days"]);
  });

  test("a percentage is a proportion, is not multiplied, and that is said", async () => {
    const file = await read(sample);
    expect([...file.tables.at(-1)!.table].map((row) => row["value"])).toEqual([0.031]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "what the tool calls Percent is a proportion from 0 to 1. It was not multiplied"],
    ]);
    const scaled = await read(sample.replace("0.031,0.04,0.02", "3.1,4,2"));
    expect(scaled.issues.map(({ code, line }) => [code, line])).toContainEqual(["proportion-above-one", 10]);
  });

  test("limits that do not hold their value are said", async () => {
    const file = await read(sample.replace("12.5,14,11", "12.5,11,14"));
    expect(file.issues.map(({ message }) => message)).toContain(
      "val does not lie between lower and upper in 1 row (line 2)",
    );
  });

  test("names only, a change between two years, risks and population groups are other layouts of the same", async () => {
    const names = await read(
      "measure,location,sex,age,cause,metric,year,val,upper,lower\nDeaths,Ruritania,Both,All Ages,Falls,Rate,2019,5,6,4\n",
    );
    expect(names.because).toBe("its header has measure, location, metric, val, upper and lower, with a year");
    expect(names.tables.map(({ name }) => name)).toEqual(["Deaths, Rate: by areaName, period and cause"]);
    const change = await read(
      `${ids.replace(",year,", ",year_start,year_end,")}\n1,Deaths,900,Ruritania,1,Male,22,All Ages,1,Falls,3,Rate,1990,2019,-0.25,-0.2,-0.3\n`,
    );
    expect(change.because).toContain("a change between two years");
    expect(change.tables.map(({ name, table }) => [name, table.measures["value"]!.kind])).toEqual([
      ["Deaths, change of rate: by area, areaName, from, to, sex, causeId and cause", "ratio"],
    ]);
    expect(change.issues.map(({ code }) => code)).toEqual(["proportion"]);
    const risk = await read(
      `population_group_id,population_group_name,${ids.replace(",metric_id", ",rei_id,rei_name,metric_id")}\n1,All Population,1,Deaths,900,Ruritania,1,Male,22,All Ages,1,Falls,9,Ladders,3,Rate,2019,5,6,4\n`,
    );
    expect(risk.because).toContain("with a year, a risk (rei), a population group");
    expect([...risk.tables[0]!.table].map((row) => [row["populationGroup"], row["riskId"], row["risk"]])).toEqual([
      ["All Population", "9", "Ladders"],
    ]);
  });

  test("attributable numbers below 0, which protective risks have, are read and do not add up", async () => {
    const file = await read(sample.replace("12.5,14,11", "-2.5,1,-4"));
    expect(file.rows.refused).toBe(0);
    expect(file.tables.find(({ part }) => part === "Deaths, Number")!.table.measures["value"]!.kind).toBe("score");
  });

  test("all causes among others are said to hold them", async () => {
    const file = await read(sample.replace(",1,Falls,1,Number,2019,3,4,2", ",294,All causes,1,Number,2019,3,4,2"));
    expect(file.issues.map(({ severity, message }) => [severity, message])).toContainEqual([
      "note",
      "all causes stand among the 2 causes, and hold the others",
    ]);
  });

  test("a licence that allows no commercial use goes with every table", async () => {
    expect((await read(sample)).source.licence).toBe("IHME Free-of-Charge Non-commercial User Agreement");
    expect((await read(sample)).tables[0]!.table.provenance.evidence).toBe("modelled");
  });
});

describe("an answer split into pieces", () => {
  const zip = (pieces: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(pieces).map(([name, text]) => [name, strToU8(text)])));
  const piece = (some: readonly string[]) => `${[ids, ...some].join("\n")}\n`;

  test("is put together, and what else is in the archive is named", async () => {
    const bytes = zip({
      "data-1.csv": piece(rows.slice(0, 4)),
      "data-2.csv": piece(rows.slice(4)),
      "citation.txt": "Cite it so.\n",
    });
    const file = await read(bytes, "gbd.zip");
    const whole = await read(sample);
    expect(file.tables.map(({ name, table }) => [name, [...table]])).toEqual(
      whole.tables.map(({ name, table }) => [name, [...table]]),
    );
    expect(file.because).toBe(
      "2 pieces, whose header has measure, location, metric, val, upper and lower, with a year",
    );
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      ["pieces-joined", "2 pieces were put together: data-1.csv has lines 1 to 5; data-2.csv has lines 6 to 11"],
      ["entry-not-read", "not read from the archive: citation.txt"],
      ["proportion", "what the tool calls Percent is a proportion from 0 to 1. It was not multiplied"],
    ]);
  });

  test("a row that is in two pieces is refused once, with its line counted on", async () => {
    const file = await read(zip({ "a-1.csv": piece(rows.slice(0, 2)), "a-2.csv": piece(rows.slice(1, 3)) }), "gbd.zip");
    expect(file.issues.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line])).toEqual([
      ["duplicate-key", 5],
    ]);
  });

  test("an archive of something else is refused, even when the reader is named", async () => {
    const file = await rawFile(zip({ "a.csv": "a,b\n1,2\n" }), "other.zip");
    expect(burdenOfDiseaseReader.recognise(file)).toBeNull();
    expect(() => readRaw(file, { reader: burdenOfDiseaseReader.name })).toThrow(
      "[no-pieces] other.zip: no file in the archive has the header of results",
    );
  });

  test("pieces of different answers are refused", async () => {
    const other = piece([]).replace("location_id,", "");
    await expect(read(zip({ "a-1.csv": piece(rows), "a-2.csv": `${other}` }), "gbd.zip")).rejects.toMatchObject({
      code: "pieces-differ",
    });
  });
});

describeSturdiness(burdenOfDiseaseReader, "gbd.csv", () => sample);
describeSturdiness(burdenOfDiseaseReader, "gbd.zip", () => zipSync({ "a-1.csv": strToU8(sample) }));
