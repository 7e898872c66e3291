import { describeIssue, type Issue, type KeyColumn, type Source, sourcesOf, type Table } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import type { PublishedFile, PublishedTable } from "@popneeds/ingest";
import { areaCodesOf } from "./area-codes-of.ts";
import { coverageOf } from "./coverage-of.ts";
import { jumpRule, jumpsOf } from "./jumps-of.ts";
import { missingFigures } from "./missing-figures.ts";
import type { Quality, Refusals, Rounding } from "./quality.ts";
import { timeCovered } from "./time-covered.ts";
import { printedStep } from "./totals/printed-step.ts";
import type { TotalCheck } from "./totals/total-check.ts";
import { totalsAcross } from "./totals/totals-across.ts";
import { totalsOfSlices } from "./totals/totals-of-slices.ts";
import { totalsWithin } from "./totals/totals-within.ts";
import { withoutUnusedKeys } from "./without-unused-keys.ts";

export interface QualityOptions {
  /** A geography: levels are then summed into one another, and areas without a row named. */
  readonly places?: Places;
  /** The day on which the age of the data is judged, as yyyy-mm-dd. The clock is never asked. */
  readonly asOf?: string;
}

/**
 * What data are worth: rows read, used and refused, totals that are the sum of their parts and totals that are not, jumps, coverage, codes of
 * areas, age, breaks, missing figures.
 *
 * Everything is counted over columns, a few passes for each table; nothing is changed, and nothing is called a fault that may be right.
 *
 * @param data    a published file that was read, or a table
 * @param options `places`: a geography; `asOf`: the day on which the age of the data is judged
 * @returns plain figures and texts; of no rows, empty lists
 * @throws PopneedsError `invalid-date` when `asOf` is no day
 *
 * @example
 * const quality = qualityOf(await readPublished("phs_ca_pop_est_1981_2023.csv"), { places, asOf: "2026-04-01" })
 * qualityAsText(quality)
 */
export function qualityOf(data: PublishedFile | Table, { places, asOf }: QualityOptions = {}): Quality {
  const isFile = "tables" in data;
  const given: readonly PublishedTable[] = isFile ? data.tables : [{ name: "", part: "", totalOf: [], table: data }];
  const tables = given.map((one) => ({ ...one, table: withoutUnusedKeys(one.table) }));
  const finest = tables.filter(({ totalOf }) => totalOf.length === 0);
  const named = (finest.length > 0 ? finest : tables).filter((one, _, all) => !all.some((other) => holds(other, one)));
  const geography = places ?? null;
  const names = new Map(geography?.parts.areas.map(({ code, name }) => [code, `${name} (${code})`]));
  const jumps = named.map(({ name, table }) => jumpsOf(table, name, (code) => names.get(code) ?? code));
  const beyond = jumps.flatMap((found) => found.beyond).sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance));
  const errors = data.issues.filter(({ severity }) => severity === "error");
  const perturbed = data.issues.some(({ message }) => /perturb/i.test(message));
  return {
    sources: isFile ? [data.source] : sourcesOf(data.provenance),
    rows: isFile ? data.rows : { read: null, used: data.length, refused: errors.length },
    refusals: grouped(errors),
    warnings: grouped(data.issues.filter(({ severity }) => severity === "warning")),
    totals: [
      ...totalsOfSlices(tables),
      ...tables.flatMap(({ table }) => totalsWithin(table)),
      ...(geography ? tables.flatMap(({ table }) => totalsAcross(table, table, geography)) : []),
    ].map((check) => (perturbed ? noisy(check) : check)),
    rounding: named.flatMap(({ name, table }) => roundingOf(table, name)),
    jumps: {
      rule: jumpRule,
      series: jumps.reduce((sum, { series }) => sum + series, 0),
      figures: jumps.reduce((sum, { figures }) => sum + figures, 0),
      beyond: beyond.length,
      furthest: beyond.slice(0, 10),
    },
    coverage: named.map(({ name, table }) => coverageOf(table, name, geography)),
    codes: named.flatMap(({ name, table }) =>
      table.keys["area"] ? [areaCodesOf(table.keys["area"] as KeyColumn, name, geography)] : [],
    ),
    time: timeCovered(
      tables.map(({ table }) => table),
      asOf ?? null,
    ),
    breaks: breaksOf(data.issues, isFile ? [data.source] : sourcesOf(data.provenance)),
    missing: named.flatMap(({ name, table }) => missingFigures(table, name)),
  };
}

/** Whether one table has the keys of another and more, and its measures: the other is then a sum of it. */
function holds({ table }: PublishedTable, { table: other }: PublishedTable): boolean {
  const keys = Object.keys(other.keys);
  return (
    Object.keys(table.keys).length > keys.length &&
    keys.every((key) => Object.hasOwn(table.keys, key)) &&
    Object.keys(other.measures).every((measure) => table.measures[measure]?.kind === other.measures[measure]!.kind)
  );
}

/** Issues by code, the commonest first. */
function grouped(issues: readonly Issue[]): readonly Refusals[] {
  const byCode = new Map<string, Issue[]>();
  for (const issue of issues) {
    const of = byCode.get(issue.code);
    if (of) of.push(issue);
    else byCode.set(issue.code, [issue]);
  }
  return [...byCode]
    .map(([code, of]) => ({ code, times: of.length, first: of.slice(0, 3).map(described) }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
}

/** An issue without its code, which the group names. */
function described(issue: Issue): string {
  return describeIssue(issue).replace(` [${issue.code}] Fix: `, ". ");
}

function roundingOf(table: Table, name: string): readonly Rounding[] {
  return Object.entries(table.measures).flatMap(([measure, column]): readonly Rounding[] => {
    if (column.kind !== "count") return [];
    const step = printedStep(column);
    return step > 1 ? [{ table: name, measure, step }] : [];
  });
}

/** Breaks that the publisher marks, and editions that differ. */
function breaksOf(issues: readonly Issue[], sources: readonly Source[]): readonly string[] {
  const marked = issues
    .filter(({ code, message }) => /\bbreak/i.test(`${code} ${message}`))
    .map(({ message }) => message);
  const editions = [...new Set(sources.map(({ title, edition }) => `${title}: ${edition}`))];
  return [
    ...new Set(marked),
    ...(editions.length > 1 ? [`figures of ${editions.length} files stand together: ${editions.join("; ")}`] : []),
  ];
}

function noisy(check: TotalCheck): TotalCheck {
  if (check.apart === 0) return check;
  return {
    ...check,
    because: "the publisher has perturbed the counts: parts are not meant to sum to their totals exactly",
  };
}
