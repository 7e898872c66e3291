import type { Period } from "@popneeds/core";
import { area, constant, count } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import type { Grid } from "../../published/grids-of.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { scotland } from "./area-levels.ts";
import { councilsThatDoNotSum, councilTable } from "./council-table.ts";
import { yearOfMonth } from "./year-of-month.ts";

/** Dwellings by council: all, occupied, vacant (of which exempt and long-term empty), second homes; discounts and exemptions. */
export const occupancyOfDwellings = schema({
  area: area("Area code", { totals: [scotland] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
  dwellings: count("Total number of dwellings"),
  occupied: count("Occupied dwellings"),
  vacant: count("Vacant dwellings"),
  unoccupiedExemptions: count("Dwellings with 'unoccupied exemptions'"),
  longTermEmpty: count("Long-term empty dwellings"),
  secondHomes: count("Second homes"),
  singleAdultDiscount: count("Dwellings with a single adult discount"),
  occupiedExemptions: count("Dwellings with 'occupied exemptions'"),
});

/** The part of the table of dwellings by occupancy; the percentages beside the counts are left off. */
export function dwellingsByOccupancy(grid: Grid, name: string, title: string): readonly Part[] {
  const table = councilTable(grid);
  const { area: by, period: _, ...counts } = occupancyOfDwellings.fields;
  const columns = Object.values(counts).map(({ header }) => header!);
  const cells = onlyColumns(table, ["Area code", ...columns]);
  const issues = [
    ...table.issues,
    ...columnsThatDoNotAddUp(cells, {
      plus: ["Occupied dwellings", "Vacant dwellings", "Second homes"],
      give: "Total number of dwellings",
      rounding: 2,
    }),
    ...columnsThatDoNotAddUp(cells, {
      plus: ["Dwellings with 'unoccupied exemptions'", "Long-term empty dwellings"],
      give: "Vacant dwellings",
      rounding: 2,
    }),
    ...councilsThatDoNotSum(cells, columns),
  ];
  return [
    {
      name: `${name}, dwellings by occupancy`,
      cells: { ...cells, issues },
      schema: schema({ area: by, period: constant(yearOfMonth(title, grid.file)), ...counts }),
    },
  ];
}
