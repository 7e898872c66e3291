import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { scotphoIndicatorFilesReader } from "../../../src/readers/scotpho/indicator-files.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic, with the columns of ScotPHO's programs: no real file could be had. */
const sample = [
  "ind_id,code,year,quintile,quint_type,numerator,rate,lowci,upci,def_period,trend_axis,sii,lowci_sii,upci_sii,rii,lowci_rii,upci_rii",
  "20203,S00000001,2020,1,sc_quin,120.5,900.5,880,921,2019/20 to 2021/22 financial years,2019/20-2021/22,700,650,750,1.5,1.4,1.6",
  "20203,S00000001,2020,5,sc_quin,NA,200.5,190,211,2019/20 to 2021/22 financial years,2019/20-2021/22,700,650,750,1.5,1.4,1.6",
  "20203,S00000001,2020,Total,sc_quin,500,480.5,470,491,2019/20 to 2021/22 financial years,2019/20-2021/22,700,650,750,1.5,1.4,1.6",
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "indicator.csv"));

describe("the files that ScotPHO's programs make", () => {
  test("rates by fifth, with indices of inequality and their limits; nothing of it adds up but the numerator", async () => {
    const file = await read(sample);
    expect(file.because).toBe("its header has ind_id, code, year, numerator, rate, lowci, upci, and quintile");
    const { table } = file.tables[0]!;
    expect(Object.entries(table.measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["numerator", "count"],
      ["value", "score"],
      ["lower", "limit"],
      ["upper", "limit"],
      ["slopeIndex", "score"],
      ["slopeIndexLower", "limit"],
      ["slopeIndexUpper", "limit"],
      ["relativeIndex", "score"],
      ["relativeIndexLower", "limit"],
      ["relativeIndexUpper", "limit"],
    ]);
    expect([...table].map((row) => [row["quintile"], row["numerator"], row["value"], row["slopeIndexUpper"]])).toEqual([
      ["1", 120.5, 900.5, 750],
      ["5", null, 200.5, 750],
      ["Total", 500, 480.5, 750],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("the main file has no fifths; a column that is not known is named", async () => {
    const file = await read("ind_id,code,year,numerator,rate,lowci,upci,colour\n20203,S12000033,2020,5,1.5,1,2,red\n");
    expect([...file.tables[0]!.table].map((row) => [row["indicatorId"], row["area"], row["value"]])).toEqual([
      ["20203", "S12000033", 1.5],
    ]);
    expect(file.issues.map(({ code }) => code)).toEqual(["column-not-read"]);
  });

  test("limits that do not hold their index are said", async () => {
    const file = await read(sample.replaceAll(",700,650,750,", ",700,750,650,"));
    expect(file.issues.map(({ message }) => message)).toEqual([
      "sii does not lie between lowci_sii and upci_sii in 3 rows (lines 2, 3, 4)",
    ]);
  });
});

describeSturdiness(scotphoIndicatorFilesReader, "indicator.csv", () => sample);
