import { type Age, type Issue, PopneedsError } from "@popneeds/core";
import {
  age,
  amount,
  area,
  category,
  figure,
  type KeyField,
  label,
  type MeasureField,
  period,
  sex,
} from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { asCell, jsonOf, property } from "../../published/json-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { schema } from "../../schema.ts";
import { ageOfCode } from "./age-of-code.ts";
import { worldHealthLicence } from "./licence.ts";

const keysInFile = ["DIM_COUNTRY_CODE", "DIM_YEAR_CODE", "DIM_AGEGROUP_CODE", "DIM_SEX_CODE"];
const causes = ["DIM_GHECAUSE_CODE", "DIM_GHECAUSE_TITLE"];
const allAges = ["ALLAges", "ALLAGES", "TOTAL"];
const marks = { "": "not available" } as const;
const sexes = { MLE: "male", MALE: "male", FMLE: "female", FEMALE: "female" } as const;

/**
 * The Global Health Estimates by country, cause, age and sex, as the World Health Organization's API gives them, as CSV or JSON.
 *
 * Ages are bands of years; rates standardised for age, and bands of days and months, are parts of their own. All ages and both
 * sexes are totals. Causes of all levels stand side by side, so that a cause holds others; a note says so, and `level`, where
 * the file has it, tells them apart.
 *
 * No real file could be had: the columns are those that code which reads such answers names, and it was tried on files of our
 * own only.
 */
export const healthEstimatesReader: Reader = {
  name: "global-health-estimates",
  title: "Global Health Estimates",
  publisher: "World Health Organization",
  licence: worldHealthLicence,
  evidence: "modelled",
  recognise(file) {
    const columns = columnsIn(file);
    const cause = causes.find((text) => columns.includes(text));
    return cause && keysInFile.every((text) => columns.includes(text))
      ? `it has the columns ${keysInFile.join(", ")} and ${cause}`
      : null;
  },
  parts(file) {
    const cells = tableIn(file);
    const measures = cells.header.flatMap((text) => {
      const found = measureOf(text);
      return found ? [[found.name, found.field] as const] : [];
    });
    const cause = causes.filter((text) => cells.header.includes(text));
    if (measures.length === 0 || cause.length === 0) onlyColumns(cells, [...keysInFile, "VAL_DALY_COUNT_NUMERIC"]);
    const ageAt = onlyColumns(cells, keysInFile) && cells.header.indexOf("DIM_AGEGROUP_CODE");
    const level = cells.header.includes("FLAG_LEVEL");
    const issues = [...cells.issues, ...limits(cells), ...causesNest(cells, cause[0]!)];
    return rowsBy(cells, (row) => [partOfAge(row[ageAt]!.trim())]).map(({ texts: [name], cells: kept }, i) => {
      const keys: Record<string, KeyField> = {
        area: area("DIM_COUNTRY_CODE"),
        period: period("DIM_YEAR_CODE"),
        sex: sex("DIM_SEX_CODE", sexes, { totals: ["BTSX", "TOTAL"] }),
        ...(name === standardised ? {} : { age: name === inWords ? category("DIM_AGEGROUP_CODE") : codedAge }),
        ...(cause.includes("DIM_GHECAUSE_CODE") ? { causeId: label("DIM_GHECAUSE_CODE") } : {}),
        ...(cause.includes("DIM_GHECAUSE_TITLE") ? { cause: label("DIM_GHECAUSE_TITLE") } : {}),
        ...(level ? { level: label("FLAG_LEVEL") } : {}),
      };
      const read = [...Object.values(keys), ...measures.map(([, field]) => field)].map(({ header }) => header!);
      return {
        name,
        cells: { ...onlyColumns(kept, read), issues: i === 0 ? issues : [] },
        schema: schema({ ...keys, ...Object.fromEntries(measures) }),
      };
    });
  },
};

const standardised = "age-standardised";
const inWords = "ages in words";

function partOfAge(code: string): string {
  if (/^age-?standardi[sz]ed$/i.test(code)) return standardised;
  return allAges.includes(code) || ageOfCode(code) ? "by age" : inWords;
}

const codedAge: KeyField<Age> = {
  ...age("DIM_AGEGROUP_CODE", { totals: allAges }),
  read: (text) => ageOfCode(text) ?? { code: "unexpected-value", refused: `is "${text}"`, fix: "Correct the cell." },
};

const names: Readonly<Record<string, { readonly name: string; readonly kind: "count" | "years" }>> = {
  DEATHS: { name: "deaths", kind: "count" },
  DTHS: { name: "deaths", kind: "count" },
  DALY: { name: "disabilityAdjustedLifeYears", kind: "years" },
  YLL: { name: "yearsOfLifeLost", kind: "years" },
  YLD: { name: "yearsLivedWithDisability", kind: "years" },
};

/** The measure in a column such as `VAL_DALY_RATE100K_LOW`; `null` for any other column. */
function measureOf(header: string): { readonly name: string; readonly field: MeasureField } | null {
  if (header === "ATTR_POPULATION_NUMERIC") return { name: "people", field: amount("count", header, { marks }) };
  const found = /^VAL_([A-Z]+)_(COUNT|RATE100K)_(NUMERIC|LOW|HIGH)$/.exec(header);
  const of = found ? names[found[1]!] : undefined;
  if (!found || !of) return null;
  const ending = `${found[2] === "COUNT" ? "" : "Rate"}${{ NUMERIC: "", LOW: "Lower", HIGH: "Upper" }[found[3]!]!}`;
  const field =
    found[3] !== "NUMERIC"
      ? figure("limit", header, { marks })
      : found[2] === "COUNT"
        ? amount(of.kind, header, { marks })
        : figure("rate", header, { marks });
  return { name: of.name + ending, field };
}

function limits(cells: RawTable): readonly Issue[] {
  return cells.header
    .filter((text) => text.startsWith("VAL_") && text.endsWith("_NUMERIC"))
    .flatMap((value) =>
      limitsOutOfOrder(cells, {
        value,
        lower: value.replace(/NUMERIC$/, "LOW"),
        upper: value.replace(/NUMERIC$/, "HIGH"),
      }),
    );
}

function causesNest({ file, header, rows }: RawTable, cause: string): readonly Issue[] {
  const at = header.indexOf(cause);
  const known = new Set(rows.map((row) => row[at]!.trim())).size;
  if (known < 2) return [];
  return [
    {
      code: "causes-nest",
      severity: "note",
      file,
      column: cause,
      message: `the ${known.toLocaleString("en-GB")} causes may be of several levels, so that one holds others`,
      fix: "Take causes of one level before adding them.",
    },
  ];
}

function columnsIn(file: RawFile): readonly string[] {
  if (file.kind !== "text" || !/^\s*\{/.test(file.head[0] ?? "")) return headerOf(file);
  return keysInFile.every((text) => file.text.slice(0, 5000).includes(`"${text}"`))
    ? [...keysInFile, ...causes.filter((text) => file.text.slice(0, 5000).includes(`"${text}"`))]
    : [];
}

function tableIn(file: RawFile): RawTable {
  if (!/^\s*\{/.test(file.head[0] ?? "")) return csvTable(file);
  const values = property(jsonOf(file), "value");
  if (!Array.isArray(values)) {
    const message = "the answer has no list of values";
    const fix = "Download it again.";
    throw new PopneedsError({
      code: "no-records",
      message: `${file.name}: ${message}`,
      fix,
      issues: [{ code: "no-records", severity: "error", message, fix, file: file.name }],
    });
  }
  const header = [...new Set(values.flatMap((value) => Object.keys(value ?? {})))];
  return {
    file: file.name,
    header,
    rows: values.map((value) => header.map((text) => asCell(property(value, text)))),
    lines: values.map((_, i) => i + 1),
    issues: [],
  };
}
