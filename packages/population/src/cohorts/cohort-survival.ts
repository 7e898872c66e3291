import {
  createTable,
  describeRow,
  groupRows,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  keyLabel,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { type LifeTable, lifeTable, survivalRatios } from "@popneeds/stats";
import { evenBands } from "./even-bands.ts";

/** The shares that live through a step of a projection, which is as long as a band of ages is wide. */
export interface CohortSurvival {
  /** Of those of each band at the start of the step: by sex and age, and by area and period where they differ. 0 to 1. */
  readonly people: Table<Keys, { readonly share: "ratio" }>;
  /** Of those born in the step: by sex, and by area and period where they differ. 0 to 1. */
  readonly births: Table<Keys, { readonly share: "ratio" }>;
}

/**
 * The shares that live through a step of a projection, from the deaths of a period: a life table for each sex, and for each area and
 * period if the deaths are by them.
 *
 * Births L(0) ÷ (n l(0)), each band L(x + n) ÷ L(x), the last two T(open) ÷ T(the one before), with Chiang's life table: infants by Andreev and
 * Kingkade in single years, deaths in the middle of bands otherwise. Five-year bands take deaths of 0 to 4 in their middle, which is late:
 * give single years, or shares of your own, where infants matter.
 *
 * @param deaths deaths and person-years by sex (female, male) and age, and by area and period or whatever else; bands of one width from 0, the last open
 * @returns two tables of shares for `projectCohorts`. A missing count passes its reason to all shares of its life table, a missing row
 * `incomplete`; where nobody lived in a band or nobody died in the open one, they are `no population` and `too few events`, with a warning
 * @throws PopneedsError `uneven-bands`, `not-counted-by`
 *
 * Source: Preston SH, Heuveline P, Guillot M. Demography, 2001, section 6.3.
 * Reference: `survivalRatios` of `@popneeds/stats`.
 *
 * @example
 * projectCohorts(people, { survival: cohortSurvival(deathsAndPeople), fertility })
 */
export function cohortSurvival(
  deaths: Table<Keys, { readonly deaths: "count"; readonly population: "count" | "person-years" }>,
): CohortSurvival {
  const table = deaths as unknown as Table;
  const keys = table.keys as Readonly<Record<string, KeyColumn<Key>>>;
  const lacking = ["sex", "age"].filter((name) => !(name in keys));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "not-counted-by",
      message: `cohortSurvival: deaths must be counted by sex and age; found no ${lacking.join(", no ")}`,
      fix: "Give deaths and person-years by sex and age.",
    });
  const { ages, width } = evenBands("cohortSurvival", keys["age"]!.values as never);
  const names = Object.keys(keys).filter((name) => name !== "age");
  const { group, first } = groupRows(
    names.map((name) => keys[name]!),
    table.length,
  );
  const rowOf = new Int32Array(first.length * ages.length).fill(-1);
  const ageKey = keys["age"]!;
  const place = ageKey.values.map((age) => ages.findIndex((own) => keyLabel(own) === keyLabel(age)));
  for (let row = 0; row < table.length; row++) rowOf[group[row]! * ages.length + place[ageKey.codes[row]!]!] = row;
  const faults: string[] = [];
  const shares = Array.from(first, (own, g): Float64Array | Missing => {
    const rows = rowOf.subarray(g * ages.length, (g + 1) * ages.length);
    const found = sharesOf(deaths, rows, width, keys["sex"]!.values[keys["sex"]!.codes[own]!] as string);
    if (found === "no population" || found === "too few events")
      faults.push(`${describeGroup(table, names, own)}: ${found}`);
    return found;
  });
  const said = `shares that live through ${width} ${width === 1 ? "year" : "years"}, from a life table (Chiang) of the deaths of each ${names.join(", ")}`;
  const part = (rows: ArrayLike<number>, over: readonly string[], figures: readonly (number | Missing)[]) =>
    createTable({
      keys: Object.fromEntries(over.map((name) => [name, takeRows(table, rows).keys[name]!])),
      measures: { share: measureColumn("ratio", figures) },
      issues: [...deaths.issues, ...warned(faults)],
      provenance: withStep(deaths.provenance, said),
    }) as unknown as Table<Keys, { readonly share: "ratio" }>;
  const at = (g: number, x: number) => (typeof shares[g] === "string" ? shares[g] : shares[g]![x]!);
  const rows = Int32Array.from({ length: table.length }, (_, row) => row);
  return {
    people: part(
      rows,
      Object.keys(keys),
      Array.from(rows, (row) => at(group[row]!, place[ageKey.codes[row]!]! + 1)),
    ),
    births: part(
      first,
      names,
      Array.from(first, (_, g) => at(g, 0)),
    ),
  };
}

function sharesOf(
  { measures }: Parameters<typeof cohortSurvival>[0],
  rows: Int32Array,
  width: number,
  sex: string,
): Float64Array | Missing {
  const [events, people] = [measures.deaths, measures.population];
  const value = (column: typeof events | typeof people, row: number): number | Missing =>
    row >= 0 ? (missingAt(column, row) ?? column.values[row]!) : column.absent === "zero" ? 0 : "incomplete";
  const died = Array.from(rows, (row) => value(events, row));
  const lived = Array.from(rows, (row) => value(people, row));
  const missing = [...died, ...lived].find((figure) => typeof figure === "string");
  if (missing) return missing as Missing;
  if (lived.some((count) => count === 0)) return "no population";
  if (died.at(-1) === 0) return "too few events";
  const separation =
    width === 1 && (sex === "female" || sex === "male") ? (`andreev-kingkade ${sex}` as const) : inMiddle(rows.length);
  const table: LifeTable = lifeTable(
    died as number[],
    lived as number[],
    Array.from(rows, (_, x) => x * width),
    { separation },
  );
  const shares = survivalRatios(table);
  return shares.some(Number.isNaN) ? "not available" : shares;
}

function inMiddle(bands: number): readonly number[] {
  return new Array<number>(bands).fill(0.5);
}

function describeGroup(table: Table, names: readonly string[], row: number): string {
  return describeRow(
    { ...table, keys: Object.fromEntries(names.map((name) => [name, table.keys[name]!])) } as Table,
    row,
  );
}

function warned(faults: readonly string[]): Issue[] {
  if (faults.length === 0) return [];
  return [
    {
      code: "no-life-table",
      severity: "warning",
      message: `cohortSurvival: every band needs people, and the open one deaths; ${faults.length} life tables cannot be made: ${faults.slice(0, 3).join("; ")}${faults.length > 3 ? " …" : ""}`,
      fix: "Take the deaths of more years or of a larger area, or let the open band start at a younger age.",
    },
  ];
}
