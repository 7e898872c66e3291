import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

/** Councils and boards that got a new code when their boundary moved by a few houses: the code before, and the code after. */
const recoded: readonly (readonly [string, string, string])[] = [
  ["S12000015", "S12000047", "Fife"],
  ["S12000024", "S12000048", "Perth and Kinross"],
  ["S12000044", "S12000050", "North Lanarkshire"],
  ["S12000046", "S12000049", "Glasgow City"],
  ["S08000018", "S08000029", "Fife"],
  ["S08000027", "S08000030", "Tayside"],
  ["S08000021", "S08000031", "Greater Glasgow and Clyde"],
  ["S08000023", "S08000032", "Lanarkshire"],
];

/**
 * An issue for each area that stands in a table under its code of before and its code of after: a warning when that is so in one
 * period, since the sum of the level would count it twice, else a note that its series has two codes.
 */
export function recodedAreas({ file, header, rows }: RawTable, area: string, period: string): readonly Issue[] {
  const areaAt = header.indexOf(area);
  const periodAt = header.indexOf(period);
  const periods = new Map<string, Set<string>>();
  for (const row of rows) {
    const code = row[areaAt]!.trim();
    const known = periods.get(code);
    if (known) known.add(row[periodAt]!.trim());
    else periods.set(code, new Set([row[periodAt]!.trim()]));
  }
  return recoded.flatMap(([before, after, name]): Issue[] => {
    const [old, young] = [periods.get(before), periods.get(after)];
    if (!old || !young) return [];
    const both = [...old].find((text) => young.has(text));
    const codes = `${before} and ${after} are ${name} before and after it was re-coded`;
    return both === undefined
      ? [
          {
            code: "two-codes-for-one-area",
            severity: "note",
            file,
            message: `${codes}: its series stands under both`,
            fix: "Bring the codes up to date before comparing over time.",
          },
        ]
      : [
          {
            code: "two-codes-for-one-area",
            severity: "warning",
            file,
            message: `${codes}, and both have figures for ${both}`,
            fix: "Take one of them out before adding areas together.",
          },
        ];
  });
}
