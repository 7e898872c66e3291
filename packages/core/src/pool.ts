import { countBy } from "./count-by.ts";
import { groupRows } from "./group-rows.ts";
import type { Issue } from "./issue.ts";
import { type KeyColumn, keyColumn, takeKeys } from "./key-column.ts";
import { type MeasureColumn, takeMeasures } from "./measure-column.ts";
import type { OnlyCounts } from "./only-counts.ts";
import { byTime, calendarYears, endYear, type Period } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Keys, type Measures, refuseWithout, type Table, uncheckedTable } from "./table.ts";

/**
 * Sums counts over every run of consecutive calendar years: with `years: 5`, 2019 to 2023 becomes `2019-2023`.
 *
 * People become person-years when the years of a run are summed. A group that lacks a year of the run has no sum for it,
 * unless an absent row means zero for every measure of the table, as in a register of deaths.
 *
 * Too few years for a run give no rows, and an issue.
 *
 * With `as: "mean"` each count is the yearly mean of the run instead, so that limits are those of one average year: they are
 * √years times as wide as those of the years taken together, and hold for no period that was counted.
 *
 * @param years length of a run, 1 or more
 * @param as `sum` (default) or `mean`
 * @throws PopneedsError `unknown-key` when the table has no key `period`
 * @throws PopneedsError `invalid-years` when `years` is not a whole number of 1 or more
 * @throws PopneedsError `not-calendar-years` when a period is not one calendar year
 */
export function pool<K extends Keys & { readonly period: Period }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  { years, as = "sum" }: { readonly years: number; readonly as?: "sum" | "mean" },
): Table<K, M> {
  if (!(Number.isInteger(years) && years >= 1))
    throw new PopneedsError({
      code: "invalid-years",
      message: `pool: invalid years: ${years}`,
      fix: "Give a whole number of years, 1 or more.",
    });
  refuseWithout(table, "period", "pool");
  const column = table.keys.period;
  const odd = column.values.filter(({ label }) => !/^\d{4}$/.test(label));
  if (odd.length > 0)
    throw new PopneedsError({
      code: "not-calendar-years",
      message: `pool: every period must be one calendar year; ${odd.length} are not:`,
      where: odd.map(({ label }) => label),
      fix: "Pool single calendar years, and only once.",
    });
  const rows: number[] = [];
  const periods: Period[] = [];
  const runs = runsOf([...column.values].sort(byTime), years);
  for (let i = 0; i < table.length; i++) {
    const year = endYear(column.values[column.codes[i]!]!);
    for (const run of runs)
      if (Number(run.start.slice(0, 4)) <= year && year <= endYear(run)) {
        rows.push(i);
        periods.push(run);
      }
  }
  const spread = uncheckedTable({
    keys: Object.fromEntries(
      Object.entries<KeyColumn>(table.keys).map(([name, key]) => [
        name,
        name === "period" ? keyColumn(periods) : takeKeys(key, rows),
      ]),
    ),
    measures: Object.fromEntries(
      Object.entries<MeasureColumn>(table.measures).map(([name, measure]) => [name, takeMeasures(measure, rows)]),
    ),
    issues: table.issues,
  });
  const zero = Object.values<MeasureColumn>(table.measures).every(({ absent }) => absent === "zero");
  const whole = zero ? spread : completeOnly(spread, years);
  const summed = countBy(whole, Object.keys(table.keys));
  const pooled = as === "sum" ? summed : { ...summed, measures: yearly(summed.measures, years) };
  return uncheckedTable({
    ...pooled,
    issues: [...pooled.issues, ...tooFewYears(column.values, runs, years)],
    provenance: withStep(
      table.provenance,
      `${as === "sum" ? "pooled over" : "mean of"} ${years} ${years === 1 ? "year" : "years"}`,
    ),
  }) as unknown as Table<K, M>;
}

/** Each sum as its mean over the years of the run. */
function yearly(measures: Table["measures"], years: number): Table["measures"] {
  return Object.fromEntries(
    Object.entries<MeasureColumn>(measures).map(([name, measure]) => [
      name,
      Object.freeze({ ...measure, values: Float64Array.from(measure.values, (sum) => sum / years) }),
    ]),
  );
}

/** Said aloud, so that a table without rows is not taken for one without events. */
function tooFewYears(periods: readonly Period[], runs: readonly Period[], years: number): Issue[] {
  if (runs.length > 0 || periods.length === 0) return [];
  const had = [...periods].sort(byTime).map(({ label }) => label);
  return [
    {
      code: "too-few-years",
      severity: "warning",
      message: `no ${years} consecutive years to pool: the table has ${had.join(", ")}`,
      fix: "Pool over fewer years, or give the years that are missing.",
    },
  ];
}

function runsOf(periods: readonly Period[], years: number): readonly Period[] {
  const all = periods.map(endYear);
  return all
    .filter((first) => Array.from({ length: years }, (_, i) => first + i).every((year) => all.includes(year)))
    .map((first) => calendarYears(first, first + years - 1));
}

function completeOnly(table: Table, years: number): Table {
  const { group, first } = groupRows(Object.values(table.keys), table.length);
  const size = new Int32Array(first.length);
  for (const at of group) size[at]!++;
  const rows: number[] = [];
  for (let i = 0; i < table.length; i++) if (size[group[i]!] === years) rows.push(i);
  return rows.length === table.length
    ? table
    : uncheckedTable({
        ...table,
        keys: Object.fromEntries(Object.entries(table.keys).map(([name, key]) => [name, takeKeys(key, rows)])),
        measures: Object.fromEntries(
          Object.entries(table.measures).map(([name, measure]) => [name, takeMeasures(measure, rows)]),
        ),
      });
}
