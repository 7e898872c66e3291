import { parsePeriod } from "@popneeds/core";
import { counted, firstQuoted } from "./doubt.ts";
import { dayFirst } from "./parse-day-first.ts";
import { lineOfValue, rowsHolding, wordsOf } from "./raw-columns.ts";
import type { LookFor, Seeming, Seen } from "./seeming.ts";

const forms = [
  { name: "calendar years", pattern: /^\d{4}$/ },
  { name: "runs of years", pattern: /^\d{4}\s*(-|–|to)\s*\d{4}$/ },
  { name: "financial years", pattern: /^\d{4}\/\d{2,4}$/ },
  { name: "quarters of financial years", pattern: /^\d{4}\/\d{2,4}\s*Q\d$/ },
  { name: "quarters", pattern: /^\d{4}\s*Q\d$/ },
  { name: "months", pattern: /^\d{4}-?\d{2}$/ },
  { name: "days", pattern: /^\d{4}-?\d{2}-?\d{2}$/ },
];

/** Looks for periods: years, financial years, quarters, months, days; and dates whose day and month cannot be told apart. */
export const lookForPeriod: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const header = /\b(year|years|yr|fy|date|day|week|month|quarter|qtr|period|time|ending|financial year)\b/.test(
    wordsOf(column.header),
  );
  const filled = column.values.filter((text) => text !== "");
  if (filled.length === 0) return null;
  if (filled.filter((text) => dayFirst.test(text)).length > filled.length * 0.9) return writtenDates(seen, filled);
  const read = filled.filter(isPeriod);
  const others = filled.filter((text) => !isPeriod(text));
  const odd = rowsHolding(column, others);
  if (read.length === 0 || odd > rows * 0.1) return null;
  const found = forms
    .map(({ name, pattern }) => ({ name, texts: read.filter((text) => pattern.test(text)) }))
    .filter(({ texts }) => texts.length > 0);
  const plainNumbers = found.every(({ name }) => ["calendar years", "months", "days"].includes(name));
  if (!header && (plainNumbers || others.length > 0) && !read.every((text) => /^\d{4}-\d\d/.test(text))) return null;
  const where = { column: column.header };
  const sorted = [...read].sort();
  const years = found.find(({ name }) => name === "calendar years")?.texts ?? [];
  return {
    seems: "period",
    what: `${found.map(({ name }) => name).join(", ")}, ${sorted[0]} to ${sorted.at(-1)}`,
    confidence: found.length > 1 || others.length > 0 ? "unsure" : years.length > 0 ? "likely" : "sure",
    name: "period",
    field: { field: "period", header: column.header },
    doubts: [
      ...(years.length > 0
        ? [
            doubt(
              "warning",
              "which-years",
              `${column.header}: ${counted(
                rowsHolding(column, years),
                "value",
              )} from ${[...years].sort()[0]} to ${[...years].sort().at(-1)} look like calendar years`,
              `If they are financial years, write them so in the file: ${years[0]}/${String((Number(years[0]) + 1) % 100).padStart(2, "0")} for ${years[0]}.`,
              where,
            ),
          ]
        : []),
      ...(found.length > 1
        ? [
            doubt(
              "warning",
              "periods-mixed",
              `${column.header} mixes ${found.map(({ name, texts }) => `${name} (${texts[0]})`).join(", ")}: they may hold the same events twice`,
              "Keep periods of one kind before anything is summed or compared.",
              where,
            ),
          ]
        : []),
      ...(others.length > 0
        ? [
            doubt(
              "warning",
              "other-periods",
              `${column.header}: ${counted(odd, "row")} with ${firstQuoted(others)}, which is no period that is known: refused when the file is read`,
              "Write it as 2023, 2022/23, 2019-2021, 2023Q4, 2023-07 or 2023-07-31.",
              { ...where, line: lineOfValue(column, others[0]!), found: others[0]! },
            ),
          ]
        : []),
    ],
  };
};

/** A period in a sensible year: a number such as 4711 is none. */
function isPeriod(text: string): boolean {
  const period = parsePeriod(text);
  return period !== null && period.start >= "1801" && period.end <= "2200";
}

/** Dates as people write them: 31/12/2023. */
function writtenDates({ column, doubt }: Seen, filled: readonly string[]): Seeming {
  const parts = filled.flatMap((text) => {
    const found = dayFirst.exec(text);
    return found ? [{ text, first: Number(found[1]), second: Number(found[2]) }] : [];
  });
  const surely = parts.find(({ first }) => first > 12);
  const monthFirst = parts.find(({ second }) => second > 12);
  const where = { column: column.header, line: lineOfValue(column, parts[0]!.text), found: parts[0]!.text };
  if (monthFirst)
    return {
      seems: "period",
      what: `dates, some with the month first: ${monthFirst.text}`,
      confidence: "unsure",
      name: null,
      field: null,
      doubts: [
        doubt(
          "warning",
          "month-first-dates",
          `${column.header}: "${monthFirst.text}" has the month first${surely ? `, and "${surely.text}" has the day first` : ""}: not read`,
          "Write the dates as 2023-12-31; in Excel, format the cells as yyyy-mm-dd before saving.",
          { ...where, line: lineOfValue(column, monthFirst.text), found: monthFirst.text },
        ),
      ],
    };
  return {
    seems: "period",
    what: `dates such as ${parts[0]!.text}, ${surely ? "the day first" : "day or month first"}`,
    confidence: surely ? "likely" : "unsure",
    name: "period",
    field: { field: "period", header: column.header, reads: "day first" },
    doubts: [
      surely
        ? doubt(
            "note",
            "day-first-dates",
            `${column.header}: dates have the day first, as "${surely.text}" shows`,
            "Nothing to do; better write them as 2023-12-31.",
            { column: column.header },
          )
        : doubt(
            "warning",
            "ambiguous-dates",
            `${column.header}: no date shows whether day or month comes first, as in "${parts[0]!.text}"; taken as day first`,
            "Ask whoever made the file, and write the dates as 2023-12-31.",
            where,
          ),
    ],
  };
}
