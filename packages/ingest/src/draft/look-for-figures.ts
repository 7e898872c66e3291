import type { Derived, Issue, Missing } from "@popneeds/core";
import { missingBy } from "../qualifiers.ts";
import { counted, firstQuoted } from "./doubt.ts";
import { markOf } from "./marks.ts";
import { lineOfValue, type RawColumn, rowsHolding, rowsWith, wordsOf } from "./raw-columns.ts";
import { type LookFor, nameOf, qualified, type Seen } from "./seeming.ts";

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const separated = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const commaed = /^[-+]?\d+,\d+$/;

/** Looks for figures: counts, or figures that a publisher computed; with the marks that stand in place of some. */
export const lookForFigures: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const read = readingOf(column);
  const figures = column.values.filter((text) => read.isFigure(text));
  const others = column.values.filter((text) => !read.isFigure(text));
  const { marks, odd } = marksOf(seen, others);
  const oddRows = rowsHolding(column, odd);
  const oddAndUsed = rows - rowsWith(column, (text) => Object.hasOwn(marks, text) || text === "");
  if (figures.length === 0 || oddRows > oddAndUsed * 0.1) return null;
  const values = figures.map(read.value);
  const header = wordsOf(column.header);
  const kind = kindOf(header);
  const whole = values.every(Number.isInteger);
  const negative = values.filter((value) => value < 0);
  const sentinel = negative.length === 1 && /^-(1|9+)$/.test(String(negative[0])) && whole;
  const isCount = kind === null && whole && (negative.length === 0 || sentinel);
  const where = { column: column.header };
  const doubts: readonly Issue[] = [
    ...markDoubts(seen, marks),
    ...(sentinel
      ? [
          doubt(
            "warning",
            "negative-mark",
            `${column.header}: ${negative[0]} in ${counted(
              rowsWith(column, (text) => read.isFigure(text) && read.value(text) === negative[0]),
              "cell",
            )} is the only negative number: probably the mark of a missing figure`,
            "Say what the publisher means by it.",
            where,
          ),
        ]
      : []),
    ...(read.thousands
      ? [
          doubt(
            "note",
            "thousands-separators",
            `${column.header}: figures such as "${figures.find((text) => separated.test(text))}" have thousands separators: declared`,
            "Nothing to do.",
            where,
          ),
        ]
      : []),
    ...(read.decimal
      ? [
          doubt(
            "warning",
            "decimal-commas",
            `${column.header}: figures such as "${figures.find((text) => commaed.test(text))}" are taken to have a decimal comma`,
            "Check that the comma does not separate thousands.",
            where,
          ),
        ]
      : []),
    ...(odd.length > 0
      ? [
          doubt(
            "warning",
            "not-numbers",
            `${column.header}: ${counted(oddRows, "cell")} with ${firstQuoted(odd)} ${oddRows === 1 ? "is" : "are"} neither a number nor a mark known here: refused when the file is read`,
            "Correct the cells, or say in marks what the publisher means by them.",
            { ...where, line: lineOfValue(column, odd[0]!), found: odd[0]! },
          ),
        ]
      : []),
    ...(looksLikeYears(values, whole)
      ? [
          doubt(
            "warning",
            "looks-like-years",
            `${column.header}: every figure lies between ${least(values)} and ${most(values)}: they may be years and no counts`,
            `If they are years, write period("${column.header}").`,
            where,
          ),
        ]
      : []),
    ...(!isCount && kind === null
      ? [
          doubt(
            "warning",
            "which-kind-of-figure",
            `${column.header}: figures such as ${figures.find((text) => !Number.isInteger(read.value(text)) || read.value(text) < 0)} are no whole counts, and the header does not say what they are; taken for rates, which are never summed`,
            'Say what they are: figure("rate" | "percentage" | "ratio" | "expectancy" | "limit" | "score", …), or amount("person-years" | "years", …) for what may be summed.',
            where,
          ),
        ]
      : []),
  ];
  const options = {
    ...(Object.keys(marks).length > 0 || sentinel
      ? { marks: { ...marks, ...(sentinel ? { [String(negative[0])]: "not available" as const } : {}) } }
      : {}),
    ...qualified(seen),
    ...(read.thousands ? { thousands: "," as const } : {}),
    ...(read.decimal ? { decimal: "," as const } : {}),
  };
  return {
    seems: isCount ? "count" : "figure",
    what: isCount
      ? `whole numbers from ${least(values.filter((value) => value >= 0))} to ${most(values)}`
      : `${kind ?? "rate"}s from ${least(values)} to ${most(values)}`,
    confidence: odd.length > 0 || looksLikeYears(values, whole) || (!isCount && kind === null) ? "unsure" : "likely",
    name: nameOf(column.header),
    field: isCount
      ? { field: "count", header: column.header, ...options }
      : { field: "figure", kind: kind ?? "rate", header: column.header, ...options },
    doubts,
  };
};

/** How the numbers of a column are written. */
function readingOf({ values }: RawColumn) {
  const plain = values.filter((text) => number.test(text)).length;
  const thousands = values.filter((text) => separated.test(text)).length;
  const commas = values.filter((text) => commaed.test(text) && !separated.test(text)).length;
  const decimal = commas > 0 && values.every((text) => !number.test(text) || !text.includes("."));
  const isFigure = (text: string): boolean =>
    number.test(text) || (decimal ? commaed.test(text) : thousands > 0 && separated.test(text));
  const value = (text: string): number => Number(decimal ? text.replace(",", ".") : text.replaceAll(",", ""));
  return { plain, thousands: thousands > 0 && !decimal, decimal, isFigure, value };
}

/** The texts that stand in place of figures: those that are marks, with what they mean, and those that are something else. */
function marksOf(
  { column, qualifier, rows }: Seen,
  others: readonly string[],
): { readonly marks: Readonly<Record<string, Missing>>; readonly odd: readonly string[] } {
  const marks: Record<string, Missing> = {};
  const odd: string[] = [];
  const strange = others.filter((text) => markOf(text) === null);
  for (const text of others) {
    const mark = markOf(text);
    if (text === "" && qualifier && explained(column, qualifier)) continue;
    if (mark) marks[text] = mark.means;
    else if (strange.length <= 2 && text.length <= 8 && rowsWith(column, (cell) => cell === text) > 1 && rows > 20)
      marks[text] = "unknown";
    else odd.push(text);
  }
  return { marks, odd };
}

/** Whether each blank cell has a qualifier that says why. */
function explained(column: RawColumn, qualifier: RawColumn): boolean {
  const blank = column.values.indexOf("");
  for (let i = 0; i < column.codes.length; i++)
    if (column.codes[i] === blank && missingBy(qualifier.values[qualifier.codes[i]!]!) === null) return false;
  return true;
}

function markDoubts({ column, doubt }: Seen, marks: Readonly<Record<string, Missing>>): readonly Issue[] {
  return Object.keys(marks).map((text) => {
    const cells = counted(
      rowsWith(column, (cell) => cell === text),
      text === "" ? "blank cell" : "cell",
    );
    const said = markOf(text)?.said ?? "a mark not known here, taken for unknown";
    return doubt(
      "warning",
      text === "" ? "blank-figures" : "mark-to-explain",
      text === "" ? `${column.header}: ${cells}: ${said}` : `${column.header}: "${text}" in ${cells}: ${said}`,
      `Say what the publisher means by ${text === "" ? "a blank" : "it"}: suppressed, not applicable, not available or unknown.`,
      { column: column.header, line: lineOfValue(column, text), found: text },
    );
  });
}

/** What a header says of its figures; `null` when it does not say that they are anything but counts. */
function kindOf(header: string): Derived | null {
  if (/\b(lower|upper|low|high|ci|lci|uci|lcl|ucl|lowci|upci|limits?|confidence)\b/.test(header)) return "limit";
  if (/\b(percent(age)?|pct|pc|proportion|share)\b|%/.test(header)) return "percentage";
  if (/\b(ratio|smr|sir)\b/.test(header)) return "ratio";
  if (/\bexpectancy\b/.test(header)) return "expectancy";
  if (/\b(score|rank|index|coordinate|latitude|longitude|easting|northing)\b/.test(header)) return "score";
  if (/\b(rates?|easr|wasr|per (head|capita|[\d,]+)|average|mean|median|percentile)\b|\bper\b/.test(header))
    return "rate";
  return null;
}

function looksLikeYears(values: readonly number[], whole: boolean): boolean {
  return whole && values.length > 0 && values.every((value) => value >= 1900 && value <= 2100);
}

function least(values: readonly number[]): string {
  return values.reduce((a, b) => Math.min(a, b)).toLocaleString("en-GB");
}

function most(values: readonly number[]): string {
  return values.reduce((a, b) => Math.max(a, b)).toLocaleString("en-GB");
}
