import { parseAge } from "@popneeds/core";
import { figure } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sexesThatDoNotSum } from "../../published/sexes-that-do-not-sum.ts";
import { withoutShorthand } from "../../published/without-shorthand.ts";
import { schema } from "../../schema.ts";
import { again, deaths, keysOf, periodOfTitle, shorthand } from "./drug-death-fields.ts";
import { drugsOverlap } from "./drugs-overlap.ts";

const broad = /^(under 35|35\s*(?:-|to)\s*54|55\+)$/i;
const rate = figure("rate", "deaths", shorthand);

/**
 * Deaths, or rates per 100,000 people, by age and sex, and by year, cause or drug: ages across.
 *
 * All ages, under 25, and the three broad ages are tables of their own, as each counts the same deaths again; so is the mean age.
 * Rates of single bands are of that age; those of broad ages and of all ages are age-standardised.
 */
export function drugDeathsByAge(cells: RawTable, title: string, name: string): readonly Part[] | null {
  if (!cells.header.includes("All ages") || cells.header[1] !== "Sex") return null;
  const first = cells.header[0]!;
  const rates = /death rates/i.test(title);
  const measure = rates ? { value: rate } : { deaths };
  const bands = (text: string) => parseAge(text) !== null && !broad.test(text) && !/^under/i.test(text);
  const known = /^(under 25|all ages|average age)$/i;
  if (!cells.header.slice(2).every((text) => bands(text) || broad.test(text) || known.test(text))) return null;
  const table = withoutShorthand(cells, [first]);
  const keyed = (text: string) => text === first || text === "Sex";
  const period = first === "Year" ? {} : periodOfTitle(title);
  const long = (of: RawTable, wanted: (text: string) => boolean) =>
    longer(
      withoutColumns(of, (text) => !keyed(text) && !wanted(text)),
      { across: (text) => !keyed(text), names: "Age", values: "deaths" },
    );
  const part = (what: string, of: RawTable): Part => ({
    name: `${name}, ${what}`,
    cells: of,
    schema: schema({ ...period, ...keysOf(of), ...measure }),
  });
  const one = (column: string): RawTable => ({
    ...onlyColumns(again(table), [first, "Sex", column]),
    header: [first, "Sex", "deaths"],
  });
  const whole = long(again(table), () => true);
  const checks = rates
    ? []
    : [
        ...agesThatDoNotSum(
          withoutColumns(table, (text) => broad.test(text)),
          "All ages",
        ),
        ...columnsThatDoNotAddUp(table, {
          give: "All ages",
          plus: table.header.filter((text) => broad.test(text)),
          message: "the broad ages do not add up to all ages",
        }),
        ...sexesThatDoNotSum(withoutMeanAge(whole), {
          sex: "Sex",
          value: "deaths",
          all: "Persons",
          each: ["Females", "Males"],
        }),
      ];
  const ordered = first === "Year" ? rowsOutOfOrder(table, { column: "Year", together: ([, sex]) => sex! }) : [];
  const overlap = first === "Drugs implicated" ? drugsOverlap(table.file) : [];
  const by = long(table, bands);
  const standardised = rates ? "age-standardised, " : "";
  return [
    part("by age", { ...by, issues: [...by.issues, ...ordered, ...checks, ...overlap] }),
    ...(table.header.some((text) => broad.test(text))
      ? [
          part(
            `${standardised}broad ages`,
            long(again(table), (text) => broad.test(text)),
          ),
        ]
      : []),
    ...table.header
      .filter((text) => /^under 25$/i.test(text))
      .map((text) =>
        part(
          `${standardised}under 25`,
          long(again(table), (header) => header === text),
        ),
      ),
    part(`${standardised}all ages`, one("All ages")),
    ...table.header
      .filter((text) => text === "Average age")
      .map(
        (text): Part => ({
          name: `${name}, mean age`,
          cells: { ...one(text), header: [first, "Sex", "mean"] },
          schema: schema({ ...period, ...keysOf(table), meanAge: figure("score", "mean", shorthand) }),
        }),
      ),
  ];
}

function withoutMeanAge(table: RawTable): RawTable {
  const at = table.header.indexOf("Age");
  const kept = table.rows.flatMap((row, i) => (row[at] === "Average age" ? [] : [i]));
  return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) };
}
