import { counted, firstQuoted } from "./doubt.ts";
import { leadingZeros } from "./leading-zeros.ts";
import { totalWords } from "./look-for-age.ts";
import { lineOfValue, rowsHolding, rowsWith, wordsOf } from "./raw-columns.ts";
import { type LookFor, nameOf, qualified } from "./seeming.ts";

/** Looks for what identifies people; it is left out. */
export const lookForPeople: LookFor = ({ column, doubt, rows }) => {
  const header = wordsOf(column.header);
  const chi = rowsWith(column, (text) => /^\d{10}$/.test(text));
  const named = /\b(chi|nhs ?no|upi|surname|forename|date of birth|dob|patient ?id)\b/.test(header);
  if (!named && !(chi > rows * 0.9 && column.values.length > rows / 2)) return null;
  return {
    seems: "personal identifier",
    what: named ? "a header that identifies people" : "numbers of ten digits, as the Community Health Index has them",
    confidence: "likely",
    name: null,
    field: null,
    doubts: [
      doubt(
        "warning",
        "personal-identifier",
        `${column.header} seems to identify people: not read`,
        "Count people by area, sex and age before the file leaves where it was made; popneeds needs counts only.",
        { column: column.header },
      ),
    ],
  };
};

/** Looks for numbers that are names of groups: quintiles, types, codes; and for a column that numbers the rows. */
export const lookForNumberedGroups: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const header = wordsOf(column.header);
  const filled = column.values.filter((text) => text !== "");
  const digits = filled.filter((text) => /^\d+$/.test(text));
  if (digits.length === 0) return null;
  const numbered =
    rows > 1 && digits.length === rows && column.values.every((text, i) => Number(text) === i + Number(digits[0]));
  if (
    numbered &&
    (header === "id" || header === "" || Number(digits[0]) <= 1) &&
    /^(_?id|row( number| names?)?|x|index|)$/.test(header)
  )
    return {
      seems: "row number",
      what: `the numbers ${digits[0]} to ${digits.at(-1)}, one a row`,
      confidence: "sure",
      name: null,
      field: null,
      doubts: [],
    };
  const ages =
    /\b(ages?|age ?(groups?|bands?))( (code|id))?$/.test(header) &&
    !/\ball ages?\b/.test(header) &&
    digits.length === filled.length &&
    digits.some((text) => Number(text) > 120);
  const zeros = digits.filter((text) => /^0\d/.test(text));
  const group = /\b(quintile|decile|group|type|class|category|code|id|fifth|tenth|band|cohort)s?$/.test(header);
  const scores = /\b(quintile|decile|fifth|tenth)s?\b/.test(header);
  if (!group && !scores && !ages && zeros.length === 0) return null;
  if (filled.some((text) => /^-?\d*\.\d/.test(text))) return null;
  const totals = filled.filter((text) => totalWords.test(text));
  return {
    seems: "category",
    what: `numbers that seem to stand for groups: ${filled.slice(0, 5).join(", ")}${filled.length > 5 ? " …" : ""}`,
    confidence: scores ? "likely" : "unsure",
    name: nameOf(column.header),
    field: { field: "category", header: column.header, ...(totals.length > 0 ? { totals } : {}), ...qualified(seen) },
    doubts: [
      ...(scores
        ? [
            doubt(
              "warning",
              "which-end",
              `${column.header}: the file does not say whether ${least(digits)} is the most or the least deprived`,
              "Look it up: in Public Health Scotland's and the Scottish Government's files 1 is the most deprived.",
              { column: column.header },
            ),
          ]
        : []),
      ...(ages
        ? [
            doubt(
              "warning",
              "coded-ages",
              `${column.header}: the numbers ${least(digits)} to ${digits.reduce((a, b) => (Number(b) > Number(a) ? b : a))} are no ages; they seem to be codes for them`,
              "Look up what each code stands for, and write the ages in the file.",
              { column: column.header },
            ),
          ]
        : []),
      ...leadingZeros({ column, doubt }, zeros),
    ],
  };
};

function least(digits: readonly string[]): string {
  return digits.reduce((a, b) => (Number(b) < Number(a) ? b : a));
}

/** Whatever else is text: names, categories, remarks. */
export const lookForText: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const header = wordsOf(column.header);
  const filled = column.values.filter((text) => text !== "");
  const where = { column: column.header };
  const length = filled.reduce((sum, text) => sum + text.length, 0) / filled.length;
  if (
    /\b(comments?|notes?|remarks?|footnotes?)\b/.test(header) ||
    (rows > 20 && filled.length > rows * 0.5 && length > 40)
  )
    return { seems: "text", what: "remarks", confidence: "likely", name: null, field: null, doubts: [] };
  const totals = filled.filter((text) => totalWords.test(text));
  const blank = rowsWith(column, (text) => text === "");
  const areas = /\b(area|council|board|partnership|locality|zone|ward|hscp|ca|hb|location)\b/.test(header);
  const partly = column.values.filter(
    (text) => text.length <= 40 && /\b(total|all)\b/i.test(text) && !totals.includes(text),
  );
  const dated = /\b(year|date|week|month|quarter|period)\b/.test(header) && filled.every((text) => /\d/.test(text));
  return {
    seems: areas ? "area name" : "category",
    what: `${counted(filled.length, "different text")}: ${firstQuoted(filled)}`,
    confidence: filled.length > rows * 0.5 && rows > 20 ? "unsure" : "likely",
    name: areas ? "areaName" : nameOf(column.header),
    field:
      blank > 0
        ? { field: "label", header: column.header }
        : { field: "category", header: column.header, ...(totals.length > 0 ? { totals } : {}), ...qualified(seen) },
    doubts: [
      ...(totals.length > 0
        ? [
            doubt(
              blank > 0 ? "warning" : "note",
              "total-among-parts",
              `${column.header}: a total among its parts: ${firstQuoted(totals)} in ${counted(
                rowsHolding(column, totals),
                "row",
              )}, ${blank > 0 ? "kept, since the column has blanks: a sum over it counts twice" : "declared as a total, so that nothing is counted twice"}`,
              blank > 0 ? "Take the totals out, or fill the blanks." : "Nothing to do.",
              where,
            ),
          ]
        : []),
      ...(partly.length > 0 && partly.length < filled.length
        ? [
            doubt(
              "warning",
              "may-be-totals",
              `${column.header}: ${firstQuoted(partly)} may be totals of the other texts`,
              "If they are, declare them: { totals: [ … ] }; a sum would else count them twice.",
              { ...where, line: lineOfValue(column, partly[0]!) },
            ),
          ]
        : []),
      ...(blank > 0
        ? [
            doubt(
              "warning",
              "blank-keys",
              `${column.header} is blank in ${counted(blank, "row")}: kept as text, blanks included`,
              "Say what a blank means: often the text stands only in the first row of a group and must be filled down.",
              { ...where, line: lineOfValue(column, "") },
            ),
          ]
        : []),
      ...(dated
        ? [
            doubt(
              "warning",
              "period-as-text",
              `${column.header} holds texts such as ${firstQuoted(filled.slice(0, 1))}, which are no periods that are known: kept as text`,
              "Write the periods as 2023, 2022/23, 2019-2021, 2023Q4, 2023-07 or 2023-07-31.",
              { ...where, line: lineOfValue(column, filled[0]!), found: filled[0]! },
            ),
          ]
        : []),
      ...(areas
        ? [
            doubt(
              "warning",
              "names-are-no-keys",
              `${column.header} seems to hold names of areas: an area is written in several ways, and different areas share a name`,
              "Put the code of each area beside its name, and read the code.",
              where,
            ),
          ]
        : []),
    ],
  };
};
