import {
  type Age,
  atBest,
  type Evidence,
  fromInputs,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  type Missing,
  PopneedsError,
  type Provenance,
  type Sex,
  type Table,
  withStep,
} from "@popneeds/core";
import { cohortComponent, type DemographicStep } from "@popneeds/stats";
import type { People } from "../people.ts";
import { midYearsOf } from "../time/mid-years.ts";
import type { CohortSurvival } from "./cohort-survival.ts";
import { evenBands } from "./even-bands.ts";
import { type FiguresOf, figuresOf } from "./figures-of.ts";
import { belowZero, type OfArea, type ProjectedCohorts, projectedTables } from "./projected-tables.ts";

/** What happens to people in the steps of a projection. Each table may be by area, and by period, which must start in the year in which its step does. */
export interface CohortRates {
  /** Shares that live through a step, of people and of births: `cohortSurvival` gives them from deaths. */
  readonly survival: CohortSurvival;
  /** Births a year per woman by age of the mother; ages for which the table has no row at all bear none. */
  readonly fertility: Table<Keys, { readonly rate: "rate" }>;
  /** Net migrants of a whole step by sex and age, and by area if there are several; below 0 where more leave. Default: nobody comes or goes. */
  readonly migration?: Table<Keys, { readonly people: "count" }>;
  /** Boys born for each girl: one number, or a table by area, period or both. Default 1.05. */
  readonly boysPerGirl?: number | Table<Keys, { readonly ratio: "ratio" }>;
}

export interface ProjectCohortsOptions {
  /** How many steps to go, each as long as a band is wide. Default 1. */
  readonly steps?: number;
  /** `projected` (default), or `assumption` where rates were laid down to see what would follow. */
  readonly evidence?: Extract<Evidence, "projected" | "assumption">;
}

const sexes = ["female", "male"] as const;

/**
 * People to come by cohorts: those alive survive to the next ages, women bear children, people come and go, area by area.
 *
 * In a step of n years half of the net migrants of each age join at its start and survive like the others, half at its end:
 * N′(x + n) = (N(x) + M(x) ÷ 2) S(x) + M(x + n) ÷ 2. Births are n Σ fertility × the mean of women at its start and end. A step is as long as a band is wide:
 * a year with single years, five with five-year bands. Nothing is rounded. It is what would happen at these rates, not what will.
 *
 * A missing figure, of people or of what happens to them, leaves an area missing for its reason from there on; a missing row is `incomplete`, or 0 in a table
 * of counts whose absent rows mean 0. Where more leave than there are, people below 0 are kept, with a warning: figures of migration do not fit.
 *
 * @param people  people of one year by area, sex (female and male) and age: bands of one width from 0, the last open
 * @param rates   `survival`, `fertility`, `migration`, `boysPerGirl`
 * @param options `steps`, `evidence`
 * @returns people after each step, and the balance of each area, step and sex; as firm as the least firm of people and rates, `projected` at best
 * @throws PopneedsError `one-period`, `not-calendar-years`, `uneven-bands`, `both-sexes`, `not-counted-by`, `unmatched-rows` when a table lacks an area or a step,
 * `area-needed` when net migrants of one place would be given to several, `invalid-rate` when a figure cannot be, `invalid-option`
 *
 * Source: Preston SH, Heuveline P, Guillot M. Demography: Measuring and Modeling Population Processes, 2001, chapter 6.
 * Reference: `cohortComponent` of `@popneeds/stats`; demCore (R), Thailand 1960–2000 without migration, to 1e-13.
 *
 * @example
 * // Births by age of mother do not ship: these rates are made up.
 * const fertility = tableFromRows([{ age: ageBand(25, 30), rate: 0.09 }, { age: ageBand(30, 35), rate: 0.1 }], { rate: "rate" });
 * projectCohorts(people, { survival: cohortSurvival(deathsAndPeople), fertility }, { steps: 4 }).balance
 */
export function projectCohorts(
  people: People,
  rates: CohortRates,
  { steps = 1, evidence = "projected" }: ProjectCohortsOptions = {},
): ProjectedCohorts {
  if (!Number.isInteger(steps) || steps < 1 || steps > 100)
    throw fault(
      "invalid-option",
      `steps must be a whole number from 1 to 100; found ${steps}`,
      "Give how many steps to go.",
    );
  if (evidence !== "projected" && evidence !== "assumption")
    throw fault(
      "invalid-option",
      `evidence must be projected or assumption; found ${evidence}`,
      "Leave it out, or name one.",
    );
  const lacking = ["area", "period", "sex", "age"].filter((name) => !(name in people.keys));
  if (lacking.length > 0)
    throw fault(
      "not-counted-by",
      `people must be by area, period, sex and age; found no ${lacking.join(", no ")}`,
      "Give people by these keys.",
    );
  const { ages, width } = evenBands("projectCohorts", people.keys.age.values);
  const years = midYearsOf(people, "projectCohorts").map(({ year }) => year);
  if (years.length !== 1)
    throw fault(
      "one-period",
      `people must be of one year; found ${years.length}`,
      "Keep one: keep(people, { period: … }).",
    );
  const sexed = people.keys.sex.values;
  if (sexed.length !== 2 || !sexes.every((sex) => sexed.includes(sex)))
    throw fault("both-sexes", `people must be female and male; found ${sexed.join(", ")}`, "Give people by sex.");
  const areas = people.keys.area.values;
  const starts = Array.from({ length: steps }, (_, i) => years[0]! + i * width);
  const parts = partsOf(people, rates, { areas, years: starts, ages });
  const projected = areas.map((area) => ofArea(area, parts, starts, width));
  const { said, from } = describe(people, rates, { steps, width, evidence });
  const provenance = atBest(withStep(fromInputs(from), said), evidence);
  const issues = [...issuesOf(people, rates), ...belowZero(areas, projected, starts, width)];
  return projectedTables({ areas, ages, projected, starts, width, issues, provenance });
}

interface Parts {
  readonly people: FiguresOf;
  readonly survival: FiguresOf;
  readonly births: FiguresOf;
  readonly fertility: FiguresOf;
  readonly migration: FiguresOf | null;
  readonly boysPerGirl: FiguresOf;
}

interface Shape {
  readonly areas: readonly string[];
  readonly years: readonly number[];
  readonly ages: readonly Age[];
}

function partsOf(
  people: People,
  { survival, fertility, migration, boysPerGirl = 1.05 }: CohortRates,
  shape: Shape,
): Parts {
  const bySexAndAge = { by: ["sex", "age"], otherAges: "incomplete" } as const;
  if (migration && shape.areas.length > 1 && !("area" in migration.keys))
    throw fault(
      "area-needed",
      `net migrants must be by area where people are of several areas, or each of ${shape.areas.length} would have them all`,
      "Give net migrants by area.",
    );
  const table = (own: object) => own as unknown as Table;
  return {
    people: figuresOf(table(people), people.measures.people, {
      ...shape,
      years: shape.years.slice(0, 1),
      ...bySexAndAge,
      what: "people",
    }),
    survival: figuresOf(table(survival.people), survival.people.measures.share, {
      ...shape,
      ...bySexAndAge,
      what: "survival of people",
    }),
    births: figuresOf(table(survival.births), survival.births.measures.share, {
      ...shape,
      by: ["sex"],
      otherAges: "incomplete",
      what: "survival of births",
    }),
    fertility: figuresOf(table(fertility), fertility.measures.rate, {
      ...shape,
      by: ["age"],
      otherAges: "zero",
      what: "fertility",
    }),
    migration: migration
      ? figuresOf(table(migration), migration.measures.people, { ...shape, ...bySexAndAge, what: "net migrants" })
      : null,
    boysPerGirl:
      typeof boysPerGirl === "number"
        ? () => ({ values: Float64Array.of(boysPerGirl), missing: null })
        : figuresOf(table(boysPerGirl), boysPerGirl.measures.ratio, {
            ...shape,
            by: [],
            otherAges: "incomplete",
            what: "boys per girl",
          }),
  };
}

function ofArea(area: string, parts: Parts, starts: readonly number[], width: number): OfArea {
  const start = { female: parts.people(area, starts[0]!, "female"), male: parts.people(area, starts[0]!, "male") };
  const steps: DemographicStep[] = [];
  let missing = start.female.missing ?? start.male.missing;
  for (const year of starts) {
    if (missing) break;
    const read = (sex: Sex) => ({
      survival: parts.survival(area, year, sex),
      births: parts.births(area, year, sex),
      migrants: parts.migration?.(area, year, sex),
    });
    const [female, male] = [read("female"), read("male")];
    const [fertility, boys] = [parts.fertility(area, year), parts.boysPerGirl(area, year)];
    missing = [
      ...[female, male].flatMap(({ survival, births, migrants }) => [
        survival,
        births,
        ...(migrants ? [migrants] : []),
      ]),
      fertility,
      boys,
    ].reduce<Missing | null>((reason, own) => reason ?? own.missing, null);
    if (missing) break;
    const survival = ({ births, survival: own }: typeof female) => [births.values[0]!, ...own.values];
    steps.push({
      survival: { female: survival(female), male: survival(male) },
      fertility: fertility.values,
      boysPerGirl: boys.values[0]!,
      ...(female.migrants && male.migrants
        ? { migrants: { female: female.migrants.values, male: male.migrants.values } }
        : {}),
    });
  }
  const values = (own: { readonly values: Float64Array; readonly missing: Missing | null }) =>
    own.missing ? new Float64Array(own.values.length) : own.values;
  try {
    const found = cohortComponent({ female: values(start.female), male: values(start.male) }, steps, { width });
    return { found, known: steps.length, missing };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fault(
      "invalid-rate",
      `a figure of ${area} cannot be: ${error.message.replace(/^\w+: /, "")}`,
      "Correct it: survival is from 0 to 1, people and births per woman are 0 or more.",
    );
  }
}

function tablesOf({
  survival,
  fertility,
  migration,
  boysPerGirl,
}: CohortRates): readonly Pick<Table, "issues" | "provenance">[] {
  return [
    survival.people,
    survival.births,
    fertility,
    ...(migration ? [migration] : []),
    ...(typeof boysPerGirl === "object" ? [boysPerGirl] : []),
  ];
}

/** Issues of people and rates, those of survival, which come with both of its tables, once. */
function issuesOf(people: People, rates: CohortRates): readonly Issue[] {
  return [...new Set([people, ...tablesOf(rates)].flatMap(({ issues }) => issues))];
}

function describe(
  people: People,
  rates: CohortRates,
  { steps, width, evidence }: { readonly steps: number; readonly width: number; readonly evidence: Evidence },
): { readonly said: string; readonly from: readonly Provenance[] } {
  const { boysPerGirl = 1.05 } = rates;
  const by = (keys: Readonly<Record<string, KeyColumn<Key>>>) =>
    ["area", "period"].filter((name) => name in keys).join(" and ") || "the same for all areas and steps";
  return {
    said: `projected by cohorts (cohort component), ${steps} ${steps === 1 ? "step" : "steps"} of ${width} ${width === 1 ? "year" : "years"}: survival ${by(rates.survival.people.keys)}, fertility ${by(rates.fertility.keys)}, ${rates.migration ? `net migrants ${by(rates.migration.keys)}, half at the start of a step and half at its end` : "no migration"}, ${typeof boysPerGirl === "number" ? boysPerGirl : "given"} boys per girl${evidence === "assumption" ? "; rates laid down, not expected" : ""}`,
    from: [people.provenance, ...tablesOf(rates).map(({ provenance }) => provenance)],
  };
}

function fault(code: string, message: string, fix: string): PopneedsError {
  return new PopneedsError({ code, message: `projectCohorts: ${message}`, fix });
}
