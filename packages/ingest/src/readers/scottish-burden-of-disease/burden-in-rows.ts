import type { Issue } from "@popneeds/core";
import { age, amount, category, sex } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { allAges, burdenLicence, burdenPublisher, sexes, sexTotals } from "./words.ts";

const columns = ["level2", "level3", "Type", "simd", "sex", "age", "value"];

/**
 * The Scottish Burden of Disease as a tidy table: a row for each group of causes, cause, type of years, tenth of deprivation,
 * sex and age.
 *
 * `DALY` is the total of `YLL` and `YLD` and is held apart; that it is their sum is checked where all three are there. The
 * table says years; rates would have to be read by a schema of one's own.
 *
 * No real file could be had: the columns are those that published code reads, and it was tried on files of our own only.
 */
export const burdenInRowsReader: Reader = {
  name: "scottish-burden-of-disease-rows",
  title: "Scottish Burden of Disease",
  publisher: burdenPublisher,
  licence: burdenLicence,
  evidence: "modelled",
  recognise(file) {
    const header = headerOf(file);
    return columns.every((text) => header.includes(text)) ? `its header has ${columns.join(", ")}` : null;
  },
  parts(file) {
    const cells = csvTable(file);
    return [
      {
        name: "",
        cells: { ...cells, issues: [...cells.issues, ...doNotSum(cells)] },
        schema: schema({
          causeGroup: category("level2"),
          cause: category("level3"),
          measure: category("Type", { totals: ["DALY", "DALYs"] }),
          decile: category("simd", { totals: ["All", "Total"] }),
          sex: sex("sex", sexes, { totals: sexTotals }),
          age: age("age", { totals: allAges }),
          value: amount("years", "value"),
        }),
      },
    ];
  },
};

/** DALYs that are not the sum of years of life lost and years lived with disability, to the digits printed. */
function doNotSum({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const [typeAt, valueAt] = [header.indexOf("Type"), header.indexOf("value")];
  if (typeAt === -1 || valueAt === -1) return [];
  const groups = new Map<string, { line: number; unit: number; readonly figures: Record<string, number> }>();
  for (const [i, row] of rows.entries()) {
    const identity = JSON.stringify(row.filter((_, at) => at !== typeAt && at !== valueAt).map((cell) => cell.trim()));
    const group = groups.get(identity) ?? { line: lines[i]!, unit: 1, figures: {} };
    groups.set(identity, group);
    group.figures[row[typeAt]!.trim().replace(/s$/, "")] = Number(row[valueAt]);
    const decimals = (row[valueAt]!.trim().split(".")[1] ?? "").length;
    group.unit = Math.min(group.unit, 10 ** -decimals);
  }
  const wrong = [...groups.values()].filter(({ unit, figures: { DALY, YLL, YLD } }) => {
    if (DALY === undefined || YLL === undefined || YLD === undefined) return false;
    return Math.abs(DALY - YLL - YLD) > 1.5000001 * unit;
  });
  return saidOnce(
    {
      code: "types-do-not-sum",
      severity: "warning",
      file,
      column: "value",
      fix: "Compare the rows with the publisher's file.",
    },
    wrong.map(({ line }) => line),
    (count) => `YLL and YLD do not add up to DALY in ${count}`,
  );
}
