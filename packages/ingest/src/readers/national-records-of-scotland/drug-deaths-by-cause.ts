import { onlyColumns, renamedColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutShorthand } from "../../published/without-shorthand.ts";
import { schema } from "../../schema.ts";
import { allDeaths, deaths, keysOf, periodOfTitle } from "./drug-death-fields.ts";
import { drugsOverlap } from "./drugs-overlap.ts";

/**
 * Deaths by underlying cause, or by drug named, across, and by year, board or council down; or by drug down and sex across.
 *
 * Causes must add up to all deaths, boards and councils to Scotland, and males and females to persons; drugs do not add up.
 */
export function drugDeathsByCause(cells: RawTable, title: string, name: string): readonly Part[] | null {
  if (cells.header.join() === "Drugs implicated,Persons,Females,Males") return byDrugAndSex(cells, title, name);
  const first = cells.header[0]!;
  if (cells.header[1] !== allDeaths || cells.header.length < 4) return null;
  const key = first === "Year" ? "Year" : "Area";
  const names = /underlying cause/i.test(title) ? "Cause" : "Drugs implicated";
  const table = withoutShorthand(renamedColumns(cells, { [first]: key }), [key]);
  const rest = table.header.slice(2);
  const long = longer(table, { across: (text) => text !== key, names, values: "deaths" });
  const checks = [
    ...(names === "Cause"
      ? columnsThatDoNotAddUp(table, { give: allDeaths, plus: rest, message: "the causes do not add up to all deaths" })
      : drugsOverlap(table.file)),
    ...(key === "Year"
      ? rowsOutOfOrder(table, { column: "Year" })
      : totalsThatDoNotSum(table, {
          columns: table.header.slice(1),
          isTotal: ([area]) => area!.trim() === "Scotland",
          message: "the areas do not add up to Scotland",
        })),
  ];
  return [
    {
      name: `${name}, by ${names === "Cause" ? "cause" : "drug named"}`,
      cells: { ...long, issues: [...long.issues, ...checks] },
      schema: schema({ ...(key === "Year" ? {} : periodOfTitle(title)), ...keysOf(long), deaths }),
    },
  ];
}

function byDrugAndSex(cells: RawTable, title: string, name: string): readonly Part[] {
  const table = withoutShorthand(cells, ["Drugs implicated"]);
  const long = longer(table, { across: (text) => text !== "Drugs implicated", names: "Sex", values: "deaths" });
  const checks = columnsThatDoNotAddUp(onlyColumns(table, cells.header), {
    give: "Persons",
    plus: ["Females", "Males"],
    message: "females and males do not add up to persons",
  });
  return [
    {
      name: `${name}, by drug named`,
      cells: { ...long, issues: [...long.issues, ...checks, ...drugsOverlap(table.file)] },
      schema: schema({ ...periodOfTitle(title), ...keysOf(long), deaths }),
    },
  ];
}
