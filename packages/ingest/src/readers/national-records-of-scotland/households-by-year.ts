import { area, count, figure, period } from "../../field.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { scotland } from "./area-levels.ts";
import { councilsThatDoNotSum, councilTable } from "./council-table.ts";

const keys = { area: area("Area code", { totals: [scotland] }), period: period("Year") };

/** Households, or dwellings of some kind, by council and year; of Scotland apart. */
export const householdsOfCouncils = schema({ ...keys, households: count("Figure") });

/** People to a household by council and year. */
export const householdSizeOfCouncils = schema({ ...keys, peoplePerHousehold: figure("ratio", "Figure") });

/** Reads a table of councils by year, of households or of dwellings. */
export function householdsByYear(
  measure: "households" | "dwellings",
): (grid: Grid, name: string, title: string) => readonly Part[] {
  return (grid, name, title) => {
    const table = councilTable(grid);
    const issues = [...table.issues, ...councilsThatDoNotSum(table, table.header.filter(isYear))];
    return [
      {
        name: `${name}, ${whatOf(title)}`,
        cells: { ...byYear(table), issues },
        schema: schema({ ...keys, [measure]: count("Figure") }),
      },
    ];
  };
}

/** Reads the table of average household size. */
export function householdSize(grid: Grid, name: string, title: string): readonly Part[] {
  const table = councilTable(grid);
  return [{ name: `${name}, ${whatOf(title)}`, cells: byYear(table), schema: householdSizeOfCouncils }];
}

/** The years below one another; columns of change and percentages are left off. */
function byYear(table: RawTable): RawTable {
  const kept = table.header.flatMap((text, at) => (text === "Area code" || isYear(text) ? [at] : []));
  const narrow = {
    ...table,
    header: kept.map((at) => table.header[at]!),
    rows: table.rows.map((row) => kept.map((at) => row[at]!)),
  };
  return longer(narrow, { across: isYear, names: "Year", values: "Figure" });
}

/** What a title is about: `Table 5: Second homes in each council area, September 2012 to 2022` is about second homes. */
function whatOf(title: string): string {
  return title
    .replace(/^Table \d+[a-z]?: (Number of )?/, "")
    .replace(/ (for Scotland|in Scotland|in each council area|by council area).*$/, "")
    .toLowerCase();
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}
