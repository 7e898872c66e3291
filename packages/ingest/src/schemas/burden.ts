import { calendarYears, type Period, type Sex } from "@popneeds/core";
import { amount, area, category, type KeyField, label } from "../field.ts";
import { schema } from "../schema.ts";
import { shown } from "../shown.ts";

const marks = { "": "not available", "*": "suppressed" } as const;

/**
 * Burden of disease by area, year and cause, in years, for all ages and both sexes: a table that users bring. No shipped table is
 * read by it.
 *
 * Causes must be of one list, so that no year is in two of them; `All causes` is their total, where the list is not complete. A
 * blank is a figure that is not available, never a zero.
 */
export const burdenOfDisease = schema({
  area: area("area"),
  period: year("period"),
  sex: bothSexes("sex"),
  cause: causeOrAll("cause"),
  yearsOfLifeLost: amount("years", "years_of_life_lost", { marks }),
  yearsLivedWithDisability: amount("years", "years_lived_with_disability", { marks }),
});

function year(header: string): KeyField<Period> {
  const holds = "one year such as 2019";
  const fix = "Give each year rows of its own; the people of a run of years are not known here.";
  return stated(header, holds, fix, (text) => (/^[1-9]\d{3}$/.test(text) ? calendarYears(Number(text)) : null));
}

function bothSexes(header: string): KeyField<Sex> {
  const fix = "Give the years of both sexes together, with all in this column.";
  return stated(header, "all, for both sexes", fix, (text) => (text === "all" ? text : null));
}

function causeOrAll(header: string): KeyField<string> {
  const causes = category(header);
  const fix = "Call the total of a list of causes All causes, and leave out other totals.";
  return stated(header, "a cause, or All causes", fix, (text) => {
    const read = causes.read(text);
    return text === "All causes" || typeof read === "string" ? text : null;
  });
}

function stated<K extends Period | string>(
  header: string,
  holds: string,
  fix: string,
  read: (text: string) => K | null,
): KeyField<K> {
  return Object.freeze({
    ...label(header),
    holds,
    read: (text: string) =>
      read(text) ?? { code: "unexpected-value", refused: `is ${shown(text)}; expected ${holds}`, fix },
  });
}
