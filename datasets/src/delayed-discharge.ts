import { check } from "./build-error.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND } from "./hierarchy.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, type RawRow, text } from "./raw-row.ts";

const COUNCILS = "services/delayed_discharge_council.csv.gz";
const BOARDS = "services/phs_delayed_discharge_beddays_hb.csv.gz";
const AGES = ["18plus", "18-74", "75plus"];
const REASONS = [
  "all",
  "Health and Social Care Reasons",
  "Patient and Family Related Reasons",
  "Code 9 AWI",
  "Code 9 Non-AWI",
];

/** Bed days of people delayed in hospital: councils, boards and Scotland by month. */
export function delayedDischargeTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const councils = readDays(
    raw.rows(COUNCILS),
    "ltla_code",
    "date",
    "age_group",
    "delay_reason",
    "num_delayed_bed_days",
  );
  const boards = readDays(
    raw.rows(BOARDS),
    "HBT",
    "MonthOfDelay",
    "AgeGroup",
    "ReasonForDelay",
    "NumberOfDelayedBedDays",
  );
  checkDays(councils, COUNCILS);
  checkDays(boards, BOARDS);
  for (const [key, days] of boards)
    check(
      !key.startsWith(SCOTLAND) || councils.get(key) === days,
      { file: BOARDS },
      () => `${key}: ${days}, but ${councils.get(key)} in ${COUNCILS}`,
    );
  const levelOf = (area: string) =>
    area === SCOTLAND
      ? "country"
      : hierarchy.councils.has(area)
        ? "council"
        : hierarchy.boards.has(area)
          ? "board"
          : null;
  const rows = [...councils, ...[...boards].filter(([key]) => !key.startsWith(SCOTLAND))]
    .map(([key, days]) => ({ labels: key.split("|"), days }))
    .filter(({ labels }) => labels[0] !== "NA" && (labels[2] === "18plus" || labels[3] === "all"))
    .map(({ labels: [area, month, age, reason], days }) => {
      const level = levelOf(area!);
      check(level !== null, { file: COUNCILS }, `${area} is no current council, board or country`);
      return [area!, level, month!, age!, reason!, days];
    });
  return {
    name: "hospital/delayed-discharge",
    title: "Delayed discharge bed days",
    description:
      "Days that people spent in hospital beyond the day they were ready to leave, by month: councils (of residence) and Scotland to August 2025, boards (of treatment) to May 2023.",
    columns: [
      codeColumn("area", "Code of the area."),
      levelColumn("council", "board", "country"),
      { name: "month", type: "string", description: "Month of the delay.", pattern: "[0-9]{4}-[0-9]{2}" },
      { name: "age", type: "string", description: "Age as published; 18plus is the total.", values: AGES },
      {
        name: "reason",
        type: "string",
        description: "Reason as published; all is the total of reasons. AWI: adults with incapacity.",
        values: REASONS,
      },
      { name: "bed_days", type: "integer", description: "Delayed bed days in the month." },
    ],
    key: ["area", "month", "age", "reason"],
    rows,
    publisher: PHS,
    edition: "Delayed discharges in NHSScotland: councils to August 2025, boards to May 2023",
    class: "observed",
    sources: [openData("Delayed Discharges in NHSScotland", "delayed-discharges-in-nhsscotland")],
    rawFiles: [COUNCILS, BOARDS],
    changes:
      "Two files put together; reasons kept for 18plus only and ages for all reasons only; All Delay Reasons written all; months written yyyy-mm; mean daily beds left out.",
    caveats: [
      "Totals stand beside parts: take 18plus with each reason, or all reasons with each age, never both.",
      "Scotland holds bed days of people whose council is unknown (4,382 over the years), which no council has.",
      "A council is where people live; a board is where they are treated.",
    ],
  };
}

function readDays(rows: readonly RawRow[], area: string, month: string, age: string, reason: string, days: string) {
  const found = new Map<string, number>();
  for (const row of rows) {
    const written = text(row, month).replace(/-01$/, "");
    const iso = /^\d{6}$/.test(written) ? `${written.slice(0, 4)}-${written.slice(4)}` : written;
    check(/^\d{4}-\d{2}$/.test(iso), row, `"${text(row, month)}" is not a month`);
    const why = text(row, reason) === "All Delay Reasons" ? "all" : text(row, reason);
    check(AGES.includes(text(row, age)), row, () => `the age "${text(row, age)}" is not known here`);
    check(REASONS.includes(why), row, `the reason "${why}" is not known here`);
    const key = [text(row, area), iso, text(row, age), why].join("|");
    check(!found.has(key), row, `${key} comes twice`);
    found.set(key, count(row, days));
  }
  return found;
}

function checkDays(found: ReadonlyMap<string, number>, file: string): void {
  const sums = new Map<string, number>();
  const add = (key: string, days: number) => sums.set(key, (sums.get(key) ?? 0) + days);
  for (const [key, days] of found) {
    const [area, month, age, reason] = key.split("|") as [string, string, string, string];
    if (area !== SCOTLAND) add(`${[SCOTLAND, month, age, reason].join("|")} areas`, days);
    if (age !== "18plus") add(`${[area, month, "18plus", reason].join("|")} ages`, days);
    if (reason !== "all") add(`${[area, month, age, "all"].join("|")} reasons`, days);
  }
  for (const [key, days] of found) {
    const [area, , age, reason] = key.split("|") as [string, string, string, string];
    for (const [what, isTotal] of [
      ["areas", area === SCOTLAND],
      ["ages", age === "18plus"],
      ["reasons", reason === "all"],
    ] as const)
      if (isTotal)
        check(
          sums.get(`${key} ${what}`) === days,
          { file },
          `${key}: ${what} sum to ${sums.get(`${key} ${what}`)}, not to ${days}`,
        );
  }
}
