import type { Issue, Period } from "@popneeds/core";
import { area, constant, count, figure, sex } from "../../field.ts";
import { onlyColumns, renamedColumns, withoutColumns } from "../../published/columns-of-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { byLevel, levelsThatDoNotSum, scotland } from "./area-levels.ts";
import { areaTable } from "./area-table.ts";

const keys = {
  area: area("Area code", { totals: [scotland] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
};
const sexes = ["Persons", "Males", "Females"];
const shares = ["Median age", "Under 16", "Working age", "Pensionable age"];

/** Median age, and the shares of people under 16, of working age and of pensionable age, as proportions of 1, by area and sex. */
export const ageStructure = schema({
  ...keys,
  sex: sex("Sex", { Males: "male", Females: "female" }, { totals: ["Persons"] }),
  medianAge: figure("score", "Median age"),
  under16: figure("ratio", "Under 16"),
  workingAge: figure("ratio", "Working age"),
  pensionableAge: figure("ratio", "Pensionable age"),
});

/** Males for each female. */
export const sexRatio = schema({ ...keys, sexRatio: figure("ratio", "Sex Ratio") });

/** The parts of a table of age and sex structure: three blocks side by side, and the ratio of the sexes. */
export function midYearStructure(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const { table, issues } = areaTable(grid, "above");
  const blocks = sexes.map((title) =>
    onlyColumns(table, ["Area code", ...shares.map((share) => `${title}: ${share}`)]),
  );
  const cells: RawTable = {
    ...table,
    header: ["Area code", "Sex", ...shares],
    rows: blocks.flatMap(({ rows }, k) => rows.map(([code, ...figures]) => [code!, sexes[k]!, ...figures])),
    lines: blocks.flatMap(({ lines }) => Array.from(lines)),
    issues: [...before, ...issues],
  };
  const ratios = renamedColumns(table, { "Females: Sex Ratio": "Sex Ratio" });
  const { period: _, ...fields } = ageStructure.fields;
  return [
    ...byLevel({ name, cells, schema: schema({ ...fields, period: constant(when) }) }),
    ...byLevel({
      name: `${name}, ratio of the sexes`,
      cells: { ...onlyColumns(ratios, ["Area code", "Sex Ratio"]), issues: [] },
      schema: schema({ area: keys.area, period: constant(when), sexRatio: sexRatio.fields.sexRatio }),
    }),
  ];
}

/** People, square kilometres of land, and people to a square kilometre, by area. */
export const populationDensity = schema({
  ...keys,
  people: count("People"),
  squareKilometres: figure("score", "Square kilometres"),
  density: figure("ratio", "Density"),
});

/** The parts of a table of land area and population density: councils and health boards. */
export function midYearDensity(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const { table, issues } = areaTable(grid, "none");
  const names = ["Estimated population", "Area (", "Density"].map(
    (beginning) => table.header.find((text) => text.startsWith(beginning)) ?? beginning,
  );
  const cells = withoutColumns(
    renamedColumns(table, { [names[0]!]: "People", [names[1]!]: "Square kilometres", [names[2]!]: "Density" }),
    (text) => text === "Area name",
  );
  const { period: _, ...fields } = populationDensity.fields;
  return byLevel({
    name,
    cells: { ...cells, issues: [...before, ...issues, ...levelsThatDoNotSum(cells, ["People"])] },
    schema: schema({ ...fields, period: constant(when) }),
  });
}
