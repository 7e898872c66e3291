import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, readRealFile, realRows } from "./real-file.ts";

const ranks = "deprivation/simd2020_dz11_ranks.csv.gz";
describeRealFiles([ranks], () => {
  test("overall ranks run from 1 to 6,976 without a gap, and deciles are tenths of the zones", async () => {
    const file = await readRealFile(ranks);
    expect([file.reader, doubtsOf(file)]).toEqual(["simd-2020-ranks", []]);
    const rows = realRows(file, "by area");
    expect(rows.map(({ rank }) => rank as number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 6976 }, (_, i) => i + 1),
    );
    expect(rows.filter(({ rank, decile }) => Math.floor(((rank as number) - 1) / 697.6) + 1 !== decile)).toEqual([]);
    // Tied ranks share the mean of their places, so that ranks add up to 6,976 x 6,977 / 2 = 24,335,776; those of income are 18 short.
    const sum = (domain: string) => rows.reduce((before, row) => before + (row[`${domain}Rank`] as number), 0);
    const domains = ["income", "employment", "health", "education", "housing", "access", "crime"];
    expect(domains.map((domain) => sum(domain) - 24_335_776)).toEqual([-18, 0, 0, 0, 0, 0, 0]);
  });
});

const data = "deprivation/simd2012_data_00410767_plusintervals.csv.gz";
describeRealFiles([data], () => {
  test("the edition of 2012: every zone of 2001 has its rank, and numbers with separators are numbers", async () => {
    const file = await readRealFile(data);
    // The published text ends without a line end.
    expect(doubtsOf(file).map((text) => text.split(":")[0])).toEqual(["no-line-end"]);
    const rows = realRows(file, "by area");
    expect(rows.map(({ rank }) => rank as number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 6505 }, (_, i) => i + 1),
    );
    // Printed on line 2 of the file.
    expect([rows[0]!.area, rows[0]!.rank, rows[0]!.incomeRank, rows[0]!.vigintile]).toEqual([
      "S01000001",
      4726,
      4102,
      15,
    ]);
    // Counted in the file: 558 zones have no crime score.
    expect(rows.filter(({ crimeScore }) => crimeScore === null).length).toBe(558);
  });
});

const inequality = ["indicators/sii_rii_ethnicity_2011.csv", "indicators/sii_rii_inputs_rates_2011.csv.gz"];
describeRealFiles(inequality, () => {
  test("every value lies between its limits, and every row is read but the one without content", async () => {
    const [results, rates] = await Promise.all(inequality.map(readRealFile));
    expect([results!.rows.used, rates!.rows.used]).toEqual([480, 1440]);
    expect(doubtsOf(results!)).toEqual([]);
    expect(doubtsOf(rates!).map((text) => text.split(":")[0])).toEqual(["quintiles-other-way-round"]);
  });
});
