import { quantileGroups } from "@popneeds/stats";
import { type Apart, type PublishedFile, rowsOf } from "./published-file.ts";

const path = "deprivation/simd2012_data_00410767_plusintervals.csv.gz";

/** Deciles, fifths and twentieths of an older index, which hold equal numbers of small areas, not of people. */
export const deprivationGroupsByArea: PublishedFile = {
  path,
  title: "Scottish Index of Multiple Deprivation 2012: deciles, quintiles and vigintiles of data zones",
  publisher: "Scottish Government",
  async compare(folder) {
    const rows = await rowsOf(folder, path);
    const ranks = rows.map((row) => Number(row["Overall SIMD 2012 Rank"]!.replaceAll(",", "")));
    return (
      [
        ["Decile", 10],
        ["Quintile", 5],
        ["Vigintile", 20],
      ] as const
    ).map(([name, groups]) => {
      // Counted from the least deprived: where areas do not go evenly into groups, the fuller ones lie at the other end.
      const found = quantileGroups(ranks, groups, { highestFirst: true }).map((group) => groups + 1 - group);
      const apart = rows.flatMap((row, i): Apart[] =>
        found[i] === Number(row[name]) ? [] : [{ among: name, key: row["Data Zone"]! }],
      );
      const what = `${name.toLowerCase()}s: ⌈rank × ${groups} ÷ areas⌉ (\`quantileGroups\`, from the other end)`;
      return { what, figures: rows.length, within: "exactly", apart };
    });
  },
};
