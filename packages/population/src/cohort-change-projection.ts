import {
  type Age,
  atBest,
  calendarYears,
  createTable,
  fromInputs,
  type Key,
  type KeyColumn,
  keyColumn,
  keyLabel,
  type LookUp,
  type Missing,
  measureColumn,
  missingAt,
  type Period,
  PopneedsError,
  type Sex,
  withStep,
} from "@popneeds/core";
import { cohortChangeRatios, hamiltonPerry } from "@popneeds/stats";
import type { People } from "./people.ts";
import { midYearsOf } from "./time/mid-years.ts";

export interface CohortChangeProjectionOptions {
  /** How many steps to go, each as long as the two counts are apart. Default 1. */
  readonly steps?: number;
  /** The ages of childbearing, from and below, which must be starts of bands. Default `[15, 45]`. */
  readonly childbearing?: readonly [number, number];
  /** From areas to larger ones whose changes of cohorts they take over. Default none: each area's own. */
  readonly ratiosOf?: LookUp;
}

const sexes: readonly Sex[] = ["female", "male"];

/**
 * People to come when each cohort changes as cohorts of its age did between two counts: Hamilton and Perry's projection.
 *
 * Band x in n years: people of x − n now × (people of x now ÷ people of x − n then), n being the years between the counts; the open band from the
 * two that feed it; children by women of childbearing ages, as many for each as now. Death and migration go on together as they were.
 *
 * With `ratiosOf` small areas take the ratios of a larger one: steadier, and they add up to its projection, but then all have its migration. For
 * agreement with published totals follow it with `rakeToTotals`. Over more than two or three steps small places run away.
 *
 * A missing count makes the area missing for its reason, a missing row `incomplete`. A band that nobody fed then has no ratio: `no population`, and so
 * its cohort from then on.
 *
 * @param people  people of exactly two years, by area, sex (female and male) and bands as wide as the years are apart, the last open
 * @param options `steps`, `childbearing`, `ratiosOf`
 * @returns people of the years to come; class `modelled`
 * @throws PopneedsError `two-periods`, `uneven-bands`, `both-sexes`, `unknown-key`, `not-calendar-years`, `invalid-option`; `unknown-area` when an area has no larger
 * one
 *
 * Source: Hamilton CH, Perry J. Soc Forces 1962;41:163–70; Swanson DA, Schlottmann A, Schmidt B. Popul Res Policy Rev 2010;29:47–63.
 *
 * @example
 * cohortChangeProjection(keep(inFiveYearBands, { period: ({ label }) => label === "2018" || label === "2023" }), { steps: 2 })
 */
export function cohortChangeProjection(
  people: People,
  { steps = 1, childbearing = [15, 45], ratiosOf }: CohortChangeProjectionOptions = {},
): People {
  refuseOtherKeys(people);
  const years = midYearsOf(people, "cohortChangeProjection");
  if (years.length !== 2)
    throw fault(
      "two-periods",
      `people must be of two years; found ${years.length}`,
      "Keep two: keep(people, { period: … }).",
    );
  const width = years[1]!.year - years[0]!.year;
  const ages = [...people.keys.age.values].sort((a, b) => a.from - b.from);
  const bearing = bandsOf(ages, width, childbearing);
  if (!Number.isInteger(steps) || steps < 1 || steps > 100)
    throw fault(
      "invalid-option",
      `steps must be a whole number from 1 to 100; found ${steps}`,
      "Give how many steps to go.",
    );

  const counts = countsOf(people, ages, years);
  const sources = sourcesOf(people.keys.area.values, counts, ratiosOf);
  const rows: { area: string; period: Period; sex: Sex; age: Age; people: number | Missing }[] = [];
  for (const [place, area] of people.keys.area.values.entries()) {
    const own = counts[place]!;
    const from = sources[place]!;
    const missing = own.missing ?? from.missing;
    let now = own.now;
    for (let step = 1; step <= steps; step++) {
      if (!missing) now = oneStep(now, from, bearing);
      for (const sex of sexes)
        for (const [x, age] of ages.entries()) {
          const count = now[sex]![x]!;
          rows.push({
            area,
            period: calendarYears(years[1]!.year + step * width),
            sex,
            age,
            people: missing ?? (Number.isNaN(count) ? "no population" : count),
          });
        }
    }
  }
  return createTable({
    keys: {
      area: keyColumn(rows.map(({ area }) => area)),
      period: keyColumn(rows.map(({ period }) => period)),
      sex: keyColumn(rows.map(({ sex }) => sex)),
      age: keyColumn(rows.map(({ age }) => age)),
    },
    measures: {
      people: measureColumn(
        "count",
        rows.map((row) => row.people),
      ),
    },
    issues: people.issues,
    provenance: atBest(
      withStep(
        ratiosOf ? fromInputs([people.provenance, ratiosOf.provenance]) : people.provenance,
        `projected by the change of cohorts from ${years[0]!.year} to ${years[1]!.year} (Hamilton and Perry), ${ratiosOf ? `of the ${ratiosOf.level} (${ratiosOf.edition})` : "each area's own"}, ${steps} steps of ${width} years; children by women of ${childbearing[0]} to ${childbearing[1] - 1}`,
      ),
      "modelled",
    ),
  });
}

type BySex = Readonly<Record<string, Float64Array>>;

interface Counts {
  readonly before: BySex;
  readonly now: BySex;
  readonly missing: Missing | null;
}

function oneStep(now: BySex, { before, now: then }: Counts, [first, last]: readonly [number, number]): BySex {
  const women = sumOf(then["female"]!, first, last);
  const change = (sex: Sex) => cohortChangeRatios(before[sex]!, then[sex]!, women);
  const next = (sex: Sex, of?: Float64Array) => {
    const { ratios, childrenPerWoman } = change(sex);
    return hamiltonPerry(now[sex]!, ratios, {
      childrenPerWoman,
      childbearing: [first, last],
      ...(of ? { women: of } : {}),
    });
  };
  const female = next("female");
  return { female, male: next("male", female) };
}

function sumOf(people: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let x = first; x <= last; x++) sum += people[x]!;
  return sum;
}

/** People of each area then and now, by sex and band. */
function countsOf(
  people: People,
  ages: readonly Age[],
  years: readonly { readonly slot: number }[],
): readonly Counts[] {
  const { area, period, sex, age } = people.keys;
  const column = people.measures.people;
  const empty = (): BySex =>
    Object.fromEntries(sexes.map((of) => [of, new Float64Array(ages.length).fill(Number.NaN)]));
  const absent = column.absent === "zero" ? 0 : null;
  const found = area.values.map(() => ({ before: empty(), now: empty(), missing: null as Missing | null }));
  const placeOf = age.values.map((band) => ages.indexOf(band));
  for (let row = 0; row < people.length; row++) {
    const own = found[area.codes[row]!]!;
    const of = period.codes[row] === years[0]!.slot ? own.before : own.now;
    own.missing ??= missingAt(column, row);
    of[sex.values[sex.codes[row]!]!]![placeOf[age.codes[row]!]!] = missingAt(column, row) ? 0 : column.values[row]!;
  }
  for (const own of found)
    for (const of of [own.before, own.now])
      for (const side of sexes)
        for (let x = 0; x < ages.length; x++)
          if (Number.isNaN(of[side]![x]!)) {
            if (absent === null) own.missing ??= "incomplete";
            of[side]![x] = 0;
          }
  return found;
}

/** For each area, the counts whose ratios it takes. */
function sourcesOf(
  areas: readonly string[],
  counts: readonly Counts[],
  ratiosOf: LookUp | undefined,
): readonly Counts[] {
  if (!ratiosOf) return counts;
  const astray = areas.filter((area) => !ratiosOf.parents.has(area));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `cohortChangeProjection: each area needs a ${ratiosOf.level} in the look-up of ${ratiosOf.edition}; ${astray.length} have none:`,
      where: astray,
      fix: "Leave them out with keep().",
    });
  const sums = new Map<string, Counts>();
  for (const [place, area] of areas.entries()) {
    const parent = ratiosOf.parents.get(area)!;
    const known = sums.get(parent);
    const own = counts[place]!;
    const added = (a: BySex, b: BySex): BySex =>
      Object.fromEntries(sexes.map((sex) => [sex, a[sex]!.map((count, x) => count + b[sex]![x]!)]));
    sums.set(
      parent,
      known
        ? {
            before: added(known.before, own.before),
            now: added(known.now, own.now),
            missing: known.missing ?? own.missing,
          }
        : own,
    );
  }
  return areas.map((area) => sums.get(ratiosOf.parents.get(area)!)!);
}

/** The first and last band of childbearing; refuses bands that are not as wide as a step. */
function bandsOf(
  ages: readonly Age[],
  width: number,
  [from, below]: readonly [number, number],
): readonly [number, number] {
  const even = ages.every(
    (age, x) =>
      age.from === x * width && age.to === (x === ages.length - 1 ? Number.POSITIVE_INFINITY : age.from + width),
  );
  if (!even || ages.length < 3)
    throw fault(
      "uneven-bands",
      `bands must be ${width} years wide from 0, as the counts are apart, the last open; found ${ages.map(keyLabel).slice(0, 3).join(", ")} …`,
      "Bring people to such bands: into(people, bands).",
    );
  const first = ages.findIndex((age) => age.from === from);
  const last = ages.findIndex((age) => age.to === below);
  if (first === -1 || last < first)
    throw fault(
      "invalid-option",
      `childbearing must start and end where bands do; found ${from} to ${below}`,
      "Give ages such as [15, 45].",
    );
  return [first, last];
}

function refuseOtherKeys({ keys }: People): void {
  const wanted = ["area", "period", "sex", "age"];
  const found = Object.entries(keys as Readonly<Record<string, KeyColumn<Key>>>);
  const odd = found.filter(([name, { values }]) => !wanted.includes(name) && !(name === "level" && values.length <= 1));
  if (odd.length > 0 || wanted.some((name) => !(name in keys)))
    throw fault(
      "unknown-key",
      `people must have the keys area, period, sex and age; found ${found.map(([name]) => name).join(", ")}`,
      "Sum over further keys.",
    );
  const own = keys.sex.values;
  if (own.length > 0 && !(own.length === 2 && sexes.every((sex) => own.includes(sex))))
    throw fault("both-sexes", `people must be female and male; found ${own.join(", ")}`, "Give people by sex.");
}

function fault(code: string, message: string, fix: string): PopneedsError {
  return new PopneedsError({ code, message: `cohortChangeProjection: ${message}`, fix });
}
