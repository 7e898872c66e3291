import type { Age, Issue } from "@popneeds/core";
import { age, area, category, count, figure, type KeyField, label, period, sex } from "../../field.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { type Fields, schema } from "../../schema.ts";
import { shown } from "../../shown.ts";
import { ageOfCode } from "./age-of-code.ts";
import { periodInWords } from "./period-in-words.ts";

const value = "OBS_VALUE";
/** What is about the download and not about the figure. */
const technical =
  /^(DATE_CODE|DATE_TYPE.*|.*_SORTORDER|.*_TYPE|.*_TYPECODE|GEOGRAPHY|URN|RECORD_.*|OBS_(STATUS|CONF).*)$/;
/** Countries and what they are parts of; their figures hold those of the areas in them. */
const totals = [
  "Scotland",
  "England",
  "Wales",
  "Northern Ireland",
  "England and Wales",
  "Great Britain",
  "United Kingdom",
];
const countries = ["S92000003", "E92000001", "W92000004", "N92000002", "K02000001", "K03000001", "K04000001"];
const marks = {
  "": "not available",
  "-": "not available",
  "!": "suppressed",
  "*": "suppressed",
  "#": "suppressed",
  "~": "suppressed",
  c: "suppressed",
} as const;

type Kind = "count" | "percentage" | "rate" | "limit";
const names: Readonly<Record<Kind, string>> = {
  count: "counts",
  percentage: "percentages",
  rate: "rates",
  limit: "confidence intervals",
};

/**
 * A download of Nomis: a row for each figure, as CSV or, from its API, separated by tabs; with names, codes or both.
 *
 * Counts, percentages, rates and confidence intervals are parts of their own. Sexes coded 0, 1 and 2 are all, male and female;
 * ages coded 101 to 191 are 0 to 90 and over, and 200 is all ages; other codes are refused, since their meaning depends on the
 * data set. The file says what Nomis was asked for and no more: without a column of dates it does not say of which period it
 * is.
 */
export const nomisReader: Reader = {
  name: "nomis",
  title: "Nomis download",
  publisher: "Office for National Statistics, Nomis",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file, delimiterOf(file));
    const place = ["GEOGRAPHY_CODE", "GEOGRAPHY_NAME"].find((text) => header.includes(text));
    return place && header.includes(value) ? `its header has ${place} and ${value}` : null;
  },
  parts(file) {
    const read = csvTable(file, { delimiter: delimiterOf(file) });
    const cells = withoutColumns(read, (text) => isTechnical(text, read.header));
    const keys = keysOf(cells);
    const nameAt = ["MEASURES_NAME", "CELL_NAME"].map((text) => cells.header.indexOf(text));
    const issues = [...read.issues, ...aboutPeriods(cells)];
    const kindOf = (row: readonly string[]) => kindOfName(nameAt.map((at) => row[at] ?? "").join(" "));
    return rowsBy(cells, (row) => [kindOf(row)]).map(({ texts: [kind], cells: table }, i) => {
      const measure = kind === "count" && !whole(table) ? "score" : kind;
      return {
        name: names[kind],
        cells: { ...table, issues: i === 0 ? issues : [] },
        schema: schema({
          ...keys,
          value: measure === "count" ? count(value, { marks }) : figure(measure, value, { marks }),
        }),
      };
    });
  },
};

/** Whether a column says nothing of the figure: about the download, or a code beside its name. */
function isTechnical(text: string, header: readonly string[]): boolean {
  const named = (stem: string) => header.includes(`${stem}_NAME`);
  if (text === "DATE") return named("DATE");
  if (text === "GEOGRAPHY_CODE" || text === "GEOGRAPHY_NAME") return false;
  return technical.test(text) || (!text.endsWith("_NAME") && named(text.replace(/_CODE$/, "")));
}

function delimiterOf({ head }: RawFile): string {
  return (head.find((text) => text.trim() !== "") ?? "").includes("\t") ? "\t" : ",";
}

function kindOfName(name: string): Kind {
  if (/confidence/i.test(name)) return "limit";
  if (/percent|%/i.test(name)) return "percentage";
  return /\brate\b/i.test(name) ? "rate" : "count";
}

/** Whether every figure is a whole number; pounds a week, for instance, are not. */
function whole({ header, rows }: RawTable): boolean {
  const at = header.indexOf(value);
  return at !== -1 && rows.every((row) => !/^-?\d*\.\d*[1-9]\d*$/.test(row[at]!.trim()));
}

function keysOf({ header }: RawTable): Fields {
  const has = (text: string) => header.includes(text);
  const keys: Record<string, KeyField> = {};
  for (const text of header) {
    if (text === value) continue;
    const stem = text.replace(/_(NAME|CODE)$/, "");
    if (text === "DATE" || text === "DATE_NAME") keys["period"] = period(text, periodInWords);
    else if (text === "GEOGRAPHY_CODE") keys["area"] = area(text, { totals: countries });
    else if (text === "GEOGRAPHY_NAME") keys["areaName"] = has("GEOGRAPHY_CODE") ? label(text) : area(text, { totals });
    else if (/^(GENDER|C_SEX|SEX)$/.test(stem)) {
      keys["sex"] =
        text === stem ? sex(text, codedSexes, { totals: ["0"] }) : sex(text, namedSexes, { totals: sexTotals });
    } else if (/^(C_AGE|AGE)$/.test(stem)) {
      keys["age"] = text === stem ? codedAge(text) : age(text, { totals: ["All Ages", "All ages", "Total"] });
    } else if (text.endsWith("_NAME") || !has(`${stem}_NAME`)) keys[inCamelCase(stem)] = category(text);
  }
  return keys;
}

const codedSexes = { "1": "male", "2": "female" } as const;
const namedSexes = { Male: "male", Males: "male", Female: "female", Females: "female" } as const;
const sexTotals = ["Total", "All persons", "All people", "Persons"];

function codedAge(header: string): KeyField<Age> {
  return {
    ...age(header, { totals: ["200"] }),
    read: (text) =>
      ageOfCode(text) ?? {
        code: "unknown-age-code",
        refused: `is ${shown(text)}; known are 101 (age 0) to 191 (90 and over) and 200 (all ages)`,
        fix: `Download the column ${header}_NAME too: it says what the code means.`,
      },
  };
}

function inCamelCase(header: string): string {
  return header.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function aboutPeriods({ file, header, rows }: RawTable): readonly Issue[] {
  const at = ["DATE_NAME", "DATE"].map((text) => header.indexOf(text)).find((column) => column !== -1);
  if (at === undefined)
    return [
      {
        code: "no-period",
        severity: "warning",
        file,
        message: "the file does not say of which period its figures are",
        fix: "Download it again with the column DATE_NAME, or note the period beside it.",
      },
    ];
  const spans = [...new Set(rows.map((row) => row[at]!.trim()))].flatMap((text) => periodInWords(text) ?? []);
  const sorted = spans.sort((a, b) => (a.start < b.start ? -1 : 1));
  if (!sorted.some((span, i) => i > 0 && span.start <= sorted[i - 1]!.end)) return [];
  return [
    {
      code: "periods-overlap",
      severity: "note",
      file,
      column: header[at]!,
      message: `its ${sorted.length.toLocaleString("en-GB")} periods overlap, as ${sorted[0]!.label} and ${sorted[1]!.label} do`,
      fix: "Take periods that do not overlap before comparing or adding them.",
    },
  ];
}
