import { type Issue, type Period, parsePeriod } from "@popneeds/core";
import { age, area, category, count, figure, period } from "../../field.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Bed days of people whose discharge was delayed, by council, month, age and reason. */
export const delayedDischargeByCouncil = schema({
  area: area("ltla_code", { totals: ["S92000003"] }),
  period: period("date", monthOfFirstDay),
  age: age("age_group", { totals: ["18plus"] }),
  reason: category("delay_reason", { totals: ["All Delay Reasons"] }),
  bedDays: count("num_delayed_bed_days"),
  averageBeds: figure("score", "average_daily_delayed_beds"),
});

/**
 * Public Health Scotland's delayed discharges by council, as re-saved with renamed columns and without qualifiers.
 *
 * The month is written as its first day, and `NA` stands where the publisher has no council: its bed days are part of Scotland.
 */
export const delayedDischargeByCouncilReader = openDataReader({
  name: "phs-delayed-discharge-council",
  title: "Delayed discharge bed days by council, with renamed columns",
  forms: [delayedDischargeByCouncil],
  doubts: withoutCouncil,
});

function monthOfFirstDay(text: string): Period | null {
  return /^\d{4}-\d{2}-01$/.test(text) ? parsePeriod(text.slice(0, 7)) : null;
}

function withoutCouncil({ file, header, rows }: RawTable): readonly Issue[] {
  const at = header.indexOf("ltla_code");
  const without = at === -1 ? 0 : rows.filter((row) => row[at]!.trim() === "NA").length;
  if (without === 0) return [];
  return [
    {
      code: "area-not-a-code",
      severity: "note",
      file,
      column: "ltla_code",
      found: "NA",
      message: `${without.toLocaleString("en-GB")} ${without === 1 ? "row has" : "rows have"} NA for a council: bed days that belong to none; they are part of Scotland, and are read with the area "NA"`,
      fix: "Keep them when the councils are to sum to Scotland; leave them out of a table of councils.",
    },
  ];
}
