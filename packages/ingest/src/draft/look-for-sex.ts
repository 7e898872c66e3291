import type { Sex } from "@popneeds/core";
import { counted } from "./doubt.ts";
import { lineOfValue, rowsHolding, wordsOf } from "./raw-columns.ts";
import { type LookFor, qualified } from "./seeming.ts";

/** Looks for the words by which publishers write the sexes, and for totals of both. */
export const lookForSex: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const header = /\b(sex|gender)\b/.test(wordsOf(column.header));
  const filled = column.values.filter((text) => text !== "");
  const words: Record<string, Sex> = {};
  const totals: string[] = [];
  const others: string[] = [];
  const coded = header && filled.length <= 4 && filled.includes("1") && filled.includes("2");
  for (const text of filled) {
    const plain = text.toLowerCase();
    if (coded && (text === "1" || text === "2")) words[text] = text === "1" ? "male" : "female";
    else if (/^(f|females?|wom[ae]n|girls?)$/.test(plain)) words[text] = "female";
    else if (/^(m|males?|m[ae]n|boys?)$/.test(plain)) words[text] = "male";
    else if (/^(all|both|t|p|(all |both )?(sexes|genders|persons?|people)|total|everyone|m ?[+&] ?f)$/.test(plain))
      totals.push(text);
    else others.push(text);
  }
  const found = new Set(Object.values(words)).size;
  const odd = rowsHolding(column, others);
  if (found === 0 || (!header && found < 2) || odd > rows * (header ? 0.3 : 0)) return null;
  const where = { column: column.header };
  return {
    seems: "sex",
    what: `words for the sexes: ${filled.slice(0, 6).join(", ")}`,
    confidence: coded || others.length > 0 ? "unsure" : "sure",
    name: "sex",
    field: {
      field: "sex",
      header: column.header,
      words,
      ...(totals.length > 0 ? { totals } : {}),
      ...qualified(seen),
    },
    doubts: [
      ...(coded
        ? [
            doubt(
              "warning",
              "coded-sex",
              `${column.header} is coded 1 and 2: taken as 1 for males and 2 for females, as national statistics mostly do`,
              "Look it up in the publisher's notes; other codes exist.",
              where,
            ),
          ]
        : []),
      ...(totals.length > 0
        ? [
            doubt(
              "note",
              "total-among-parts",
              `${column.header}: a total among its parts: ${totals.map((text) => `"${text}"`).join(", ")} in ${counted(
                rowsHolding(column, totals),
                "row",
              )}, declared as a total, so that nobody is counted twice`,
              "Nothing to do.",
              where,
            ),
          ]
        : []),
      ...(found === 1
        ? [
            doubt(
              "warning",
              "one-sex",
              `${column.header} holds one sex only: ${Object.keys(words).join(", ")}`,
              "Check that the file is whole.",
              where,
            ),
          ]
        : []),
      ...(others.length > 0
        ? [
            doubt(
              "warning",
              "other-sexes",
              `${column.header}: ${counted(odd, "row")} with ${others
                .slice(0, 3)
                .map((text) => `"${text}"`)
                .join(", ")}, which is none of the words known: refused when the file is read`,
              'Say what it stands for: a word for a sex in { … }, a total in totals; or read the column as category("…").',
              { ...where, line: lineOfValue(column, others[0]!), found: others[0]! },
            ),
          ]
        : []),
    ],
  };
};
