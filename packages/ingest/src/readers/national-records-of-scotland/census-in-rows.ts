import { age, area, category, count, figure, sex } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { perturbation } from "./perturbation.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

const byAge = ["dz11_code", "age_group", "all_people", "female", "male"];
const byLimitation = ["dz11_code", "total_residents", "disability", "n", "prop"];
const everybody = { totals: ["All people"] };

/** People by data zone, age and sex, as the census counted them. */
export const censusAgeAndSex = schema({
  area: area("dz11_code"),
  age: age("age_group", everybody),
  sex: sex("sex"),
  people: count("people"),
});

/** People by data zone and by how much a long-term condition limits their day, with their share of all residents (0 to 1). */
export const censusLimitations = schema({
  area: area("dz11_code"),
  limitation: category("disability"),
  people: count("n"),
  share: figure("ratio", "prop", { marks: { "": "no population", NA: "no population" } }),
});

/**
 * Tables of Scotland's Census of 2022 as the collection `humaniverse` passes them on, tidied: people by data zone, age and sex, and
 * by how much a long-term condition limits their day.
 *
 * Counts are written `969.0`, and the age of 15 `15.0`. Both sexes together, and all ages, are tables of their own. Counts are perturbed by the census: a note says how
 * far the sexes are from adding up. Neither file says which census it is of; no year is made up.
 */
export const censusInRowsReader: Reader = {
  ...recordsOfScotland,
  name: "scotlands-census-in-rows",
  title: "Scotland's Census by data zone, as passed on by humaniverse",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file).join();
    return header === byAge.join() || header === byLimitation.join() ? `its header is ${header}` : null;
  },
  parts(file) {
    const cells = csvTable(file);
    return cells.header.includes("disability") ? limitations(cells) : agesAndSexes(cells);
  },
};

function agesAndSexes(read: RawTable): readonly Part[] {
  const at = read.header.indexOf("age_group");
  const cells: RawTable = {
    ...read,
    rows: read.rows.map((row) => row.map((cell, column) => (column === at ? cell.replace(/^(\d+)\.0$/, "$1") : cell))),
  };
  const [zone, ages, all, ...sexes] = byAge as [string, string, string, ...string[]];
  const long = longer(onlyColumns(cells, [zone, ages, ...sexes]), {
    across: (text) => sexes.includes(text),
    names: "sex",
    values: "people",
  });
  return [
    {
      name: "by sex",
      cells: { ...long, issues: [...cells.issues, ...perturbation(cells, all, sexes)] },
      schema: censusAgeAndSex,
    },
    {
      name: "both sexes",
      cells: { ...onlyColumns(cells, [zone, ages, all]), issues: [] },
      schema: schema({ area: area(zone), age: age(ages, everybody), people: count(all) }),
    },
  ];
}

function limitations(cells: RawTable): readonly Part[] {
  const residents = onlyColumns({ ...cells, issues: [] }, ["dz11_code", "total_residents"]);
  const first = new Map<string, number>();
  for (const [i, row] of residents.rows.entries()) if (!first.has(row.join("\n"))) first.set(row.join("\n"), i);
  const kept = [...first.values()];
  const wrong = cells.rows.flatMap((row, i) => {
    const [total, people, share] = ["total_residents", "n", "prop"].map((text) =>
      Number(row[cells.header.indexOf(text)]),
    );
    return Math.abs(people! / total! - share!) > 1e-9 ? [cells.lines[i]!] : [];
  });
  const doubts = saidOnce(
    {
      code: "share-does-not-hold",
      severity: "warning",
      file: cells.file,
      column: "prop",
      fix: "Compare the rows with the file that was passed on: a count or a share was changed.",
    },
    wrong,
    (count) => `the share is not n over total_residents in ${count}`,
  );
  return [
    {
      name: "by limitation",
      cells: { ...onlyColumns(cells, ["dz11_code", "disability", "n", "prop"]), issues: [...cells.issues, ...doubts] },
      schema: censusLimitations,
    },
    {
      name: "all residents",
      cells: { ...residents, rows: kept.map((i) => residents.rows[i]!), lines: kept.map((i) => residents.lines[i]!) },
      schema: schema({ area: area("dz11_code"), people: count("total_residents") }),
    },
  ];
}
