import type { Issue } from "@popneeds/core";
import { constant, figure, label, period } from "../../field.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { schema } from "../../schema.ts";
import { midYearPeriod } from "./mid-year-period.ts";
import { missingHeader } from "./missing-header.ts";
import { tablesMissing } from "./tables-missing.ts";

const ageGroups = /^(all ages|\d+-\d+|\d+ & over|children|working age|pension age)$/i;

/** The tables of a summary: what the first cell of the header says, what is in it, and what its figures are. */
const tables = [
  {
    title: /^Components of change/,
    rows: /^(population at|births$|deaths$|natural change$|total change$|net |(international|cross border) migration)/i,
    name: "components of change",
    key: "component",
    kind: "score",
    measure: "thousands",
  },
  {
    title: /^Population by age/,
    rows: ageGroups,
    name: "population by age group",
    key: "ageGroup",
    kind: "score",
    measure: "thousands",
  },
  {
    title: /^Percentage by age/,
    rows: ageGroups,
    name: "percentage by age group",
    key: "ageGroup",
    kind: "percentage",
    measure: "percentage",
  },
  {
    title: /^Age summary/,
    rows: /^(mean|median) age$/i,
    name: "mean and median age",
    key: "statistic",
    kind: "score",
    measure: "age",
  },
  {
    title: /^Dependants per 1,000/,
    rows: /^(children|pension age|total)$/i,
    name: "dependants per 1,000 of working age",
    key: "dependants",
    kind: "rate",
    measure: "rate",
  },
] as const;
const bands = ["0-14", "15-29", "30-44", "45-59", "60-74", "75 & over"];
const rounding = 0.0031;

/**
 * The parts of a summary of persons, males or females: tables one below another, what is counted down, years across.
 *
 * Populations are in thousands, as published. Components of change are stocks and flows, and age groups overlap (children, 0-14):
 * none of these figures is declared to add up.
 */
export function projectionSummary(grid: Grid, name: string, before: readonly Issue[]): readonly Part[] {
  const sex = /summary, (persons|males|females)\b/.exec(grid.rows[0]?.[0] ?? "")?.[1];
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: (row) => row.some((cell) => /mid-\d{4}$/i.test(cell.trim())) && kindOf(row[0]) !== undefined,
    isFigures: (row, header) =>
      row.filter((cell) => cell.trim() !== "").length > 1 &&
      kindOf(header[0])!.rows.test(withoutNotes(row[0] ?? "").text),
  });
  if (blocks.length === 0) throw missingHeader(grid.file, "Components of change");
  return blocks.map((block, k): Part => {
    const of = kindOf(grid.rows[block.at]![0])!;
    const read = blockTable(grid, block);
    const [first, ...rest] = read.header;
    const table: RawTable = {
      ...read,
      header: ["What", ...rest],
      rows: read.rows.map(([text, ...figures]) => [withoutNotes(text!).text, ...figures]),
    };
    const years = rest.filter((text) => midYearPeriod(text));
    const issues = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays), ...tablesMissing(grid, blocks.length)] : []),
      ...read.issues,
      ...marked(read, first!),
      ...sumsOf(table, years, of.name),
    ];
    const columns = table.header.flatMap((text, at) => (text === "Measurement" ? [] : [at]));
    const plain = {
      ...table,
      header: columns.map((at) => table.header[at]!),
      rows: table.rows.map((row) => columns.map((at) => row[at]!)),
    };
    const cells = longer(plain, { across: (text) => years.includes(text), names: "Year", values: "Figure" });
    return {
      name: `${name}, ${of.name}`,
      cells: { ...cells, issues },
      schema: schema({
        ...(sex === "males"
          ? { sex: constant("male" as const) }
          : sex === "females"
            ? { sex: constant("female" as const) }
            : {}),
        [of.key]: label("What"),
        period: period("Year", midYearPeriod),
        [of.measure]: figure(of.kind, "Figure"),
      }),
    };
  });
}

/** Assumptions of this projection and the one before: what is assumed down, country and projection across. */
export function projectionAssumptions(grid: Grid, name: string, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([first = ""]) => first.trim() === "Assumptions",
    isFigures: (row) => row.filter((cell) => cell.trim() !== "").length > 1,
  });
  if (blocks.length === 0) throw missingHeader(grid.file, "Assumptions");
  return blocks.map((block, k): Part => {
    const read = blockTable(grid, block);
    const table = { ...read, rows: read.rows.map(([text, ...figures]) => [withoutNotes(text!).text, ...figures]) };
    const cells = longer(table, { across: (text) => text !== "Assumptions", names: "Projection", values: "Figure" });
    return {
      name,
      cells: {
        ...cells,
        issues: [
          ...(k === 0 ? [...before, ...strayRows(grid, strays)] : []),
          ...read.issues,
          ...marked(read, "Assumptions"),
        ],
      },
      schema: schema({
        assumption: label("Assumptions"),
        projection: label("Projection"),
        value: figure("score", "Figure"),
      }),
      evidence: "assumption",
    };
  });
}

function kindOf(first: string | undefined): (typeof tables)[number] | undefined {
  return tables.find(({ title }) => title.test(first?.trim() ?? ""));
}

/** A note of the labels whose marks of notes were taken off. */
function marked({ file, rows, lines }: RawTable, header: string): readonly Issue[] {
  const found = rows.flatMap(([text], i) => {
    const { text: bare, notes } = withoutNotes(text!);
    return notes.length === 0 ? [] : [{ said: `${bare} (${notes.join(", ")})`, line: lines[i]! }];
  });
  if (found.length === 0) return [];
  return [
    {
      code: "notes-left-off",
      severity: "note",
      file,
      line: found[0]!.line,
      message: `under ${header}, the marks of notes were left off ${found.map(({ said }) => said).join("; ")}`,
      fix: "Read the publisher's notes before using the figures.",
    },
  ];
}

/** What must add up in a table of thousands that were rounded to single people. */
function sumsOf(table: RawTable, columns: readonly string[], name: string): readonly Issue[] {
  const only = (parts: readonly string[], total: string): RawTable => {
    const at = table.rows.flatMap(([text], i) => (text === total || parts.includes(text!) ? [i] : []));
    const complete = new Set(at.map((i) => table.rows[i]![0])).size === parts.length + 1;
    return { ...table, rows: complete ? at.map((i) => table.rows[i]!) : [], lines: at.map((i) => table.lines[i]!) };
  };
  const check = (parts: readonly string[], total: string, factor = 1) =>
    totalsThatDoNotSum(only(parts, total), {
      columns,
      isTotal: ([text]) => text === total,
      message: `${parts.join(" and ")} do not add up to ${total}`,
      rounding: rounding * factor,
    });
  if (name === "components of change")
    return [
      ...check(["Natural change", "Net migration"], "Total change"),
      ...check(["Population at start", "Total change"], "Population at end"),
      ...check(["Net international migration", "Net cross border migration"], "Net migration"),
    ];
  return name === "population by age group" ? check(bands, "All ages", 2) : [];
}
