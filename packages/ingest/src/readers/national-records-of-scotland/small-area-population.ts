import type { Issue, Period } from "@popneeds/core";
import { agesAcross, area, constant, count, countAcross, sex } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { blockTable } from "../../published/block-table.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";
import { yearInTitle } from "./year-in-title.ts";

const sexes = { Female: "female", Male: "male" } as const;
const beginning = ["Data zone code", "Data zone name", "Council area code", "Council area name"];

/** People by data zone, council, sex and single year of age; a workbook of persons has no sex. */
export const publishedSmallAreas = schema({
  area: area("Data zone code"),
  council: area("Council area code"),
  sex: sex("Sex", sexes),
  period: constant<Period>({ label: "", start: "", end: "" }),
  age: agesAcross(),
  people: countAcross(),
});

/**
 * Small area population estimates of National Records of Scotland in the accessible style (2021 on): a row for each data zone, ages
 * across, in a workbook for persons, one for males and one for females, or in one wide CSV of both sexes.
 *
 * The year stands in the sheet's title; a CSV has none, and it is taken from the file's name with a note. Names of zones and
 * councils are not read: they are no keys (6,823 names for 6,976 data zones). A row whose ages do not sum to the total
 * population is used with a warning, and so is a title that names another sex than the rows. Where the notes say how many
 * data zones there are, a sheet that has fewer is a warning, and so is a zone of which a table of both sexes has only one.
 */
export const smallAreaPopulationReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-small-area-population",
  title: "Small area population estimates by single year of age",
  evidence: "published",
  recognise(file) {
    if (file.kind === "text")
      return begins(headerOf(file)) ? `its header begins ${beginning.join(", ")}, and ages stand across` : null;
    const sheet = file.sheets.find(({ rows }) => rows.slice(0, 12).some(begins));
    return sheet ? `its sheet ${sheet.name} has a header that begins ${beginning.join(", ")}` : null;
  },
  edition: editionInNotes,
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(begins));
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return grids.flatMap((grid, i) => partsOf(file, grid, grids.length > 1, i === 0 ? left : []));
  },
};

function begins(cells: readonly string[]): boolean {
  return beginning.every((text, at) => cells[at]?.trim() === text);
}

function partsOf(file: RawFile, grid: Grid, several: boolean, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: begins,
    isFigures: (row) => /^S\d{8}$/.test(row[0]!.trim()),
  });
  return blocks.flatMap((block, k): Part[] => {
    const title = block.above.map((cells) => cells.join(" "));
    const { period, issues } = yearInTitle(title, file.name);
    const cells = blockTable(grid, block);
    const sexed = cells.header.includes("Sex");
    const { sex: bySex, period: _, age, people, ...areas } = publishedSmallAreas.fields;
    const keys = { ...areas, ...(sexed ? { sex: bySex } : {}), period: constant(period) };
    const name = several || blocks.length > 1 ? `${grid.sheet || "table"} ${k + 1}` : "";
    const said = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays)] : []),
      ...issues,
      ...cells.issues,
      ...agesThatDoNotSum(cells, "Total population"),
      ...otherSexInTitle(cells, title),
      ...zonesMissing(cells, file),
      ...sexMissing(cells),
    ];
    const ages = withoutColumns(cells, (text) => text === "Total population" || / name$/.test(text));
    const sums = onlyColumns(cells, [beginning[0]!, beginning[2]!, ...(sexed ? ["Sex"] : []), "Total population"]);
    return [
      { name, cells: { ...ages, issues: said }, schema: schema({ ...keys, age, people }) },
      {
        name: [name, "all ages"].filter((text) => text !== "").join(", "),
        cells: { ...sums, issues: [] },
        schema: schema({ ...keys, people: count("Total population") }),
      },
    ];
  });
}

/** A title that says males above rows of females, or the other way round. */
function otherSexInTitle({ file, header, rows, lines }: RawTable, title: readonly string[]): readonly Issue[] {
  const said = title.flatMap((text) => text.toLowerCase().match(/\b(persons|males|females)\b/g) ?? []);
  const at = header.indexOf("Sex");
  const expected = said.length === 0 ? null : said[0] === "persons" ? "" : said[0] === "males" ? "Male" : "Female";
  const wrong = rows.findIndex((row) => expected !== null && (at === -1 ? "" : row[at]!.trim()) !== expected);
  if (wrong === -1) return [];
  const found = at === -1 ? "no sex" : `the sex ${rows[wrong]![at]!.trim()}`;
  return [
    {
      code: "title-contradicts-rows",
      severity: "warning",
      file,
      line: lines[wrong]!,
      message: `the title says ${said[0]}, and the row has ${found}`,
      fix: "Compare with the publisher's workbooks: the wrong table may have been saved under this title.",
    },
  ];
}

/** Fewer data zones than the notes of the workbook say that there are. */
function zonesMissing({ file, header, rows }: RawTable, { sheets }: RawFile): readonly Issue[] {
  const text = sheets.flatMap((sheet) => sheet.rows.slice(0, 60).flat()).find((cell) => saidZones.test(cell));
  if (text === undefined) return [];
  const said = Number(saidZones.exec(text)![1]!.replaceAll(",", ""));
  const at = header.indexOf(beginning[0]!);
  const there = new Set(rows.map((row) => row[at]!.trim())).size;
  if (there === said) return [];
  return [
    {
      code: "areas-missing",
      severity: "warning",
      file,
      message: `the sheet has ${there.toLocaleString("en-GB")} data zones; its notes say that there are ${said.toLocaleString("en-GB")}`,
      fix: "Download the workbook again: rows were lost, or added.",
    },
  ];
}

/** Zones of which only one sex is there, in a table that has both. */
function sexMissing({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const [zoneAt, sexAt] = [header.indexOf(beginning[0]!), header.indexOf("Sex")];
  if (sexAt === -1 || new Set(rows.map((row) => row[sexAt]!.trim())).size < 2) return [];
  const times = new Map<string, number>();
  for (const row of rows) times.set(row[zoneAt]!.trim(), (times.get(row[zoneAt]!.trim()) ?? 0) + 1);
  return saidOnce(
    { code: "sex-missing", severity: "warning", file, fix: "Download the file again: rows were lost." },
    rows.flatMap((row, i) => (times.get(row[zoneAt]!.trim()) === 1 ? [lines[i]!] : [])),
    (count) => `the data zone has only one sex in ${count}`,
  );
}

const saidZones = /There are ([\d,]+) data zones in Scotland/i;
