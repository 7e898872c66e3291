import type { Issue, Period } from "@popneeds/core";
import { area, change, constant, count, figure, period } from "../../field.ts";
import { blockTable } from "../../published/block-table.ts";
import { onlyColumns, renamedColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import type { Grid } from "../../published/grids-of.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { byLevel, levelsThatDoNotSum, scotland } from "./area-levels.ts";
import { areaTable } from "./area-table.ts";
import { fromMidYear } from "./mid-year-period.ts";
import { missingHeader } from "./missing-header.ts";

const keys = {
  area: area("Area code", { totals: [scotland] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
};

/** How the population of an area changed from the middle of one year to that of another. Changes may be below nought. */
export const componentsOfChange = schema({
  ...keys,
  populationBefore: count("Population before"),
  births: count("Births"),
  deaths: count("Deaths"),
  naturalChange: change("Natural change"),
  netMigration: change("Net migration"),
  otherChanges: change("Other changes"),
  populationAfter: count("Population after"),
  change: change("Change"),
  changePercentage: figure("percentage", "Change, %"),
});

/** The parts of a table of components of population change: councils and health boards. */
export function midYearComponents(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const { table, issues } = areaTable(grid, "below");
  const populations = table.header.filter((text) => text.startsWith("Estimated population"));
  const named = renamedColumns(table, {
    [populations[0] ?? ""]: "Population before",
    [populations[1] ?? ""]: "Population after",
    "Estimated net civilian migration": "Net migration",
    "Population change: Number": "Change",
    "Population change: %": "Change, %",
  });
  const cells = withoutColumns(named, (text) => text === "Area name");
  const { period: _, ...fields } = componentsOfChange.fields;
  const said = [
    ...before,
    ...issues,
    ...columnsThatDoNotAddUp(cells, { plus: ["Births"], minus: ["Deaths"], give: "Natural change" }),
    ...columnsThatDoNotAddUp(cells, {
      plus: ["Population before", "Natural change", "Net migration", "Other changes"],
      give: "Population after",
    }),
    ...columnsThatDoNotAddUp(cells, { plus: ["Population after"], minus: ["Population before"], give: "Change" }),
    ...levelsThatDoNotSum(cells, ["Population before", "Births", "Deaths", "Population after"]),
  ];
  return byLevel({
    name,
    cells: { ...cells, issues: said },
    schema: schema({ ...fields, period: constant(when) }),
  });
}

const flows = ["Within Scotland", "Rest of UK", "Overseas"] as const;
const notApplicable = { marks: { "n/a": "not applicable" } } as const;

/** Moves into and out of an area from the middle of one year to that of the next, and the difference, rounded to tens. */
export const componentsOfMigration = schema({
  ...keys,
  inMigration: count("In-migration: Total"),
  inFromScotland: count("In-migration: Within Scotland", notApplicable),
  inFromRestOfUnitedKingdom: count("In-migration: Rest of UK"),
  inFromOverseas: count("In-migration: Overseas"),
  outMigration: count("Out-migration: Total"),
  outToScotland: count("Out-migration: Within Scotland", notApplicable),
  outToRestOfUnitedKingdom: count("Out-migration: Rest of UK"),
  outToOverseas: count("Out-migration: Overseas"),
  netMigration: change("Net-migration: Total"),
  netFromScotland: change("Net-migration: Within Scotland", notApplicable),
  netFromRestOfUnitedKingdom: change("Net-migration: Rest of UK"),
  netFromOverseas: change("Net-migration: Overseas"),
});

/** The parts of a table of migration: councils and health boards. Areas do not add up to Scotland: moves between them are in both. */
export function midYearMigration(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const { table, issues } = areaTable(grid, "below");
  const cells = withoutColumns(table, (text) => text === "Area name");
  const { period: _, ...fields } = componentsOfMigration.fields;
  const sums = ["In-migration", "Out-migration", "Net-migration"].flatMap((way) =>
    columnsThatDoNotAddUp(cells, {
      plus: flows.map((flow) => `${way}: ${flow}`),
      give: `${way}: Total`,
      rounding: 20,
    }),
  );
  const net = ["Total", ...flows].flatMap((flow) =>
    columnsThatDoNotAddUp(cells, {
      plus: [`In-migration: ${flow}`],
      minus: [`Out-migration: ${flow}`],
      give: `Net-migration: ${flow}`,
      rounding: 100,
    }),
  );
  return byLevel({
    name,
    cells: { ...cells, issues: [...before, ...issues, ...sums, ...net] },
    schema: schema({ ...fields, period: constant(when) }),
  });
}

/** Births and deaths in Scotland in years that end in the middle of a year, rounded to hundreds. */
export const birthsAndDeathsToMidYear = schema({
  period: period("Year to 30 June", (text) =>
    /^\d{4}$/.test(text) ? fromMidYear(Number(text) - 1, Number(text)) : null,
  ),
  births: count("Births"),
  deaths: count("Deaths"),
  naturalChange: change("Natural change"),
});

/** The part of a table of births and deaths by year. */
export function midYearBirthsAndDeaths(grid: Grid, name: string, _: Period, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: (row) => /^Year to/.test(row[0]?.trim() ?? ""),
    isFigures: ([year = ""]) => /^\d{4}$/.test(year.trim()),
  });
  if (blocks.length === 0) throw missingHeader(grid.file, "Year to");
  return blocks.map((block, k) => {
    const table = blockTable(grid, block);
    const cells = renamedColumns(table, { "Natural change (births minus deaths)": "Natural change" });
    const issues = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays)] : []),
      ...cells.issues,
      ...columnsThatDoNotAddUp(cells, { plus: ["Births"], minus: ["Deaths"], give: "Natural change", rounding: 100 }),
    ];
    return {
      name,
      cells: { ...onlyColumns(cells, ["Year to 30 June", "Births", "Deaths", "Natural change"]), issues },
      schema: birthsAndDeathsToMidYear,
    };
  });
}
