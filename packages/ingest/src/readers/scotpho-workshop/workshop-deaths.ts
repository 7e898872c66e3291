import type { Issue } from "@popneeds/core";
import { age, count, sex } from "../../field.ts";
import { onlyColumns, renamedColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const withSexes = ["age", "ESP", "deaths", "deaths_M", "deaths_F", "pop", "pop_M", "pop_F"];
const names = { Age: "age", Deaths: "deaths", Population: "pop" };

/** Deaths and people by age, with the European Standard Population of each age. */
export const workshopDeaths = schema({
  age: age("age"),
  standard: count("ESP"),
  deaths: count("deaths", { absent: "zero" }),
  people: count("pop"),
});

const bySex = schema({
  age: age("age"),
  sex: sex("sex", { F: "female", M: "male" }),
  deaths: count("deaths", { absent: "zero" }),
  people: count("pop"),
});

/**
 * The files of ScotPHO's workshop on standardisation: deaths, people and the European Standard Population by age, with or without columns for
 * males and females. The ages of one of them begin with a blank.
 *
 * Neither file says which year it is of, and none is made up. Males and females that do not add up, and a standard population that is not
 * 100,000 people, are warnings.
 */
export const workshopDeathsReader: Reader = {
  name: "scotpho-workshop-deaths",
  title: "Deaths and people by age with the European Standard Population",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file).join();
    return header === withSexes.join() || header === "Age,ESP,Deaths,Population" ? `its header is ${header}` : null;
  },
  parts(file) {
    const cells = renamedColumns(csvTable(file), names);
    const columns = ["age", "ESP", "deaths", "pop"];
    const sums = ["deaths", "pop"].flatMap((total) =>
      columnsThatDoNotAddUp(cells, {
        give: total,
        plus: cells.header.filter((text) => text === `${total}_M` || text === `${total}_F`),
        message: `${total}_M and ${total}_F do not add up to ${total}`,
      }),
    );
    const all: Part = {
      name: "both sexes",
      cells: { ...onlyColumns(cells, columns), issues: [...cells.issues, ...sums, ...standardOf(cells)] },
      schema: workshopDeaths,
    };
    if (!cells.header.includes("deaths_M")) return [{ ...all, name: "" }];
    const each = (["M", "F"] as const).flatMap((letter) =>
      onlyColumns(cells, ["age", `deaths_${letter}`, `pop_${letter}`]).rows.map(([ages, ...counts]) => [
        ages!,
        letter,
        ...counts,
      ]),
    );
    const lines = [...Array.from(cells.lines), ...Array.from(cells.lines)];
    const long: RawTable = { file: cells.file, header: ["age", "sex", "deaths", "pop"], rows: each, lines, issues: [] };
    return [all, { name: "each sex", cells: long, schema: bySex }];
  },
};

function standardOf({ file, header, rows }: RawTable): readonly Issue[] {
  const at = header.indexOf("ESP");
  const sum = rows.reduce((before, row) => before + Number(row[at]), 0);
  if (at === -1 || sum === 100_000) return [];
  return [
    {
      code: "standard-incomplete",
      severity: "warning",
      file,
      column: "ESP",
      message: `the standard population adds up to ${sum.toLocaleString("en-GB")}; it is 100,000 people`,
      fix: "Compare the file with the publisher's: ages were lost, or are there twice.",
    },
  ];
}
