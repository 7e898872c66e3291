import {
  atBest,
  calendarYears,
  describeRow,
  firstThree,
  type Issue,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  type Missing,
  missingAt,
  type OnlyCounts,
  type Period,
  PopneedsError,
  parsePeriod,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { groupsBeside } from "../shared/groups-beside.ts";
import { measureFrom } from "../shared/measure-from.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { dayNumber, type MidYear, midYearsOf } from "./mid-years.ts";

/**
 * People between the years for which they are estimated or projected, group by group.
 *
 * With w the share of the days between the two mid-years beside (30 June) that have gone: linear P = (1 − w) P₀ + w P₁;
 * geometric P = P₀ (P₁ ÷ P₀)^w, growth at a steady rate. Where only one of the two is 0, a steady rate leads nowhere: such cells
 * are interpolated linearly, and an issue says how many. A missing figure on either side passes its reason; a group that lacks a
 * year is `incomplete`, unless an absent row means zero. A year that is there already is taken as it is.
 *
 * Nothing is carried beyond the first and the last year: that is a projection, and refused. Ages stay ages: people are not moved
 * on by a birthday, so keep steps between years short.
 *
 * @param table   counts by calendar year of any keys beside, being people at mid-year
 * @param wanted  years (2023: 30 June of it) and days (`2023-04-01`)
 * @param options `method`: `linear` (default) or `geometric`
 * @returns the same keys, the periods being those wanted; class `modelled`
 * @throws PopneedsError `beyond-estimates` when a year or day lies outside those of the table; `not-calendar-years`,
 * `invalid-date`, `unknown-key`, `not-additive`, `invalid-option`
 *
 * @example
 * interpolatePopulation(projections, [2031, 2032], { method: "geometric" })
 */
export function interpolatePopulation<K extends Keys & { readonly period: Period }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  wanted: readonly (number | string)[],
  { method = "linear" }: { readonly method?: "linear" | "geometric" } = {},
): Table<K, M> {
  const plain = table as unknown as Table;
  const groups = groupsBeside(plain, "period", "interpolatePopulation");
  requireCounts(plain, "interpolatePopulation");
  requireChoice("interpolatePopulation", "method", method, ["linear", "geometric"]);
  const years = midYearsOf(plain, "interpolatePopulation");
  const points = wanted.map(pointOf);
  refuseBeyond(points, years);
  const between = points.map(({ at }) => neighbours(at, years));
  const straight: string[] = [];
  const measures = Object.fromEntries(
    Object.entries<MeasureColumn>(plain.measures).map(([name, column]) => [
      name,
      measureFrom(
        column,
        groups.rows.flatMap((rows, group) =>
          between.map(({ before, after, share }, k) => {
            const first = figureAt(column, rows[before.slot]!);
            const second = share === 0 ? first : figureAt(column, rows[after.slot]!);
            if (typeof first === "string") return first;
            if (typeof second === "string") return second;
            if (method === "linear" || first * second === 0) {
              if (method === "geometric" && first !== second)
                straight.push(`${describeRow(plain, groups.first[group]!)} towards ${points[k]!.period.label}`);
              return first + share * (second - first);
            }
            return first * (second / first) ** share;
          }),
        ),
      ),
    ]),
  );
  const spread = takeRows(
    plain,
    groups.first.flatMap((row) => points.map(() => row)),
  );
  const step = `interpolated ${method === "linear" ? "linearly" : "at a steady rate"} between mid-years, to ${firstThree(points.map(({ period }) => period.label)).join(", ")}`;
  return uncheckedTable({
    keys: { ...spread.keys, period: keyColumn(groups.first.flatMap(() => points.map(({ period }) => period))) },
    measures,
    issues: [...table.issues, ...wentStraight(straight)],
    provenance: atBest(withStep(table.provenance, step), "modelled"),
  }) as unknown as Table<K, M>;
}

interface Point {
  readonly period: Period;
  readonly at: number;
}

function pointOf(wanted: number | string): Point {
  if (typeof wanted === "number") return { period: calendarYears(wanted), at: dayNumber(`${wanted}-06-30`) + 0.5 };
  const period = /^\d{4}-\d\d-\d\d$/.test(wanted) ? parsePeriod(wanted) : null;
  if (!period)
    throw new PopneedsError({
      code: "invalid-date",
      message: `interpolatePopulation: wanted are years as numbers and days as yyyy-mm-dd; found ${JSON.stringify(wanted)}`,
      fix: 'Write interpolatePopulation(people, [2023]) or interpolatePopulation(people, ["2023-04-01"]).',
    });
  return { period, at: dayNumber(wanted) + 0.5 };
}

function refuseBeyond(points: readonly Point[], years: readonly MidYear[]): void {
  const [first, last] = [years[0], years.at(-1)];
  const beyond = points.filter(({ at }) => !first || !last || at < first.at || at > last.at);
  if (beyond.length > 0)
    throw new PopneedsError({
      code: "beyond-estimates",
      message: `interpolatePopulation: people are known from ${first ? `30 June ${first.year}` : "no year"} to ${last ? `30 June ${last.year}` : "no year"}, and are not carried further; ${beyond.length} of ${points.length} lie beyond:`,
      where: beyond.map(({ period }) => period.label),
      fix: "Give estimates or projections that reach so far.",
    });
}

function neighbours(at: number, years: readonly MidYear[]) {
  const next = years.findIndex((year) => year.at >= at);
  const after = years[next]!;
  const before = after.at === at ? after : years[next - 1]!;
  return { before, after, share: before === after ? 0 : (at - before.at) / (after.at - before.at) };
}

function figureAt(column: MeasureColumn, row: number): number | Missing {
  if (row === -1) return column.absent === "zero" ? 0 : "incomplete";
  return missingAt(column, row) ?? column.values[row]!;
}

function wentStraight(places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  return [
    {
      code: "no-steady-rate",
      severity: "note",
      message: `interpolatePopulation: ${places.length} figures lie between 0 and something, where there is no steady rate, and were interpolated linearly: ${firstThree(places).join("; ")}`,
      fix: 'Use method: "linear" throughout, or wider bands of ages.',
    },
  ];
}
