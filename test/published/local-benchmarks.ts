import { crudeRate, studentMean } from "@popneeds/stats";
import {
  type Apart,
  asPrinted,
  type Comparison,
  inFull,
  type PublishedFile,
  type PublishedRow,
  rowsOf,
  withinRounding,
} from "./published-file.ts";

const path = "indicators/lgbf_indicators.csv.gz";

// Cost per pupil and per household are printed in pounds from thousands of pounds.
const perOne: Readonly<Record<string, number>> = { CHN01: 1_000, ENV01a: 1_000, CORP06b: 1, CORP07: 1 };

const council = {
  figure: "LA_Data_LA_IndicatorReal",
  numerator: "LA_Data_LA_Numerator_real",
  denominator: "LA_Data_LA_Den_Real",
};
const country = {
  figure: "Scotland_Data_Scotland_Indicator_Real",
  numerator: "Scotland_Data_Scotland_Num_Real",
  denominator: "Scotland_Data_Scotland_Den_Real",
};

/** The local government benchmarks: ratios of councils and of Scotland, and means of family groups. */
export const localBenchmarks: PublishedFile = {
  path,
  title: "Local Government Benchmarking Framework, 2010-11 to 2024-25",
  publisher: "Improvement Service",
  async compare(folder) {
    const rows = (await rowsOf(folder, path)).filter((row) => row["Indicators_Information_Code"]! in perOne);
    const costs = inFull("cost per pupil: numerator ÷ denominator (`crudeRate`)", 1.2e-6);
    for (const row of rows.filter((row) => row["Indicators_Information_Code"] === "CHN01"))
      for (const columns of [council, country]) costs.put(keyOf(row), ratio(row, columns), Number(row[columns.figure]));
    return [costs.done(), rounded(rows), families(rows)];
  },
};

const keyOf = (row: PublishedRow) =>
  `${row["Indicators_Information_Code"]}, ${row["LA_Information_LocalAuthority"]}, ${row["LA_Data_LGBF_Year"]}`;

const perOf = (row: PublishedRow) => perOne[row["Indicators_Information_Code"]!]!;

function ratio(row: PublishedRow, { numerator, denominator }: typeof council): number {
  return crudeRate(Number(row[numerator]), Number(row[denominator]), { per: perOf(row) }).value;
}

/** Costs were rounded to a penny at the prices of their year, which is at most 1.42 pence at those of the last year. */
const penny = 0.0142;
const cut = "CORP07, North Ayrshire, 2013-14";

function rounded(rows: readonly PublishedRow[]): Comparison {
  const apart: Apart[] = [];
  let figures = 0;
  for (const row of rows)
    for (const columns of [council, country]) {
      figures++;
      const figure = asPrinted(row[columns.figure]!);
      const half = perOf(row) === 1_000 ? penny / 2 : figure.half;
      const agrees = withinRounding(
        figure.printed,
        half,
        (events, people) => crudeRate(events, people, { per: perOf(row) }).value,
        asPrinted(row[columns.numerator]!),
        asPrinted(row[columns.denominator]!),
      );
      if (agrees) continue;
      const why = keyOf(row) === cut ? "0.94757 is printed as 0.9475: cut, where the rest are rounded" : undefined;
      apart.push({
        among: row["Indicators_Information_Code"]!,
        key: keyOf(row),
        ...(why === undefined ? {} : { why }),
      });
    }
  const within = "the rounding of numerator, denominator and ratio; of costs, a penny at the prices of their year";
  return { what: "all four ratios: numerator ÷ denominator (`crudeRate`)", figures, within, apart };
}

/** The figure of a family group is the mean of its councils' ratios, not the ratio of their sums. */
function families(rows: readonly PublishedRow[]): Comparison {
  const found = inFull("figures of family groups: the mean of the councils' ratios (`studentMean`)", 1e-6);
  const groups = new Map<string, PublishedRow[]>();
  for (const row of rows) {
    const key = `${row["Indicators_Information_Code"]}, ${row["LA_Data_LGBF_Year"]}, ${row["FG_Data_FamilyGroup"]}`;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  for (const [key, group] of groups) {
    const ratios = group.map((row) => Number(row[council.figure]));
    found.put(key, studentMean(ratios).value, Number(group[0]!["FG_Data_FG_Avg_Indicator_Real"]));
  }
  return found.done();
}
