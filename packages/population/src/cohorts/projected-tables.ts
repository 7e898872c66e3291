import {
  type Age,
  calendarYears,
  createTable,
  type Issue,
  keyColumn,
  type Missing,
  measureColumn,
  type Period,
  type Provenance,
  type Sex,
  type Table,
} from "@popneeds/core";
import type { CohortProjection } from "@popneeds/stats";
import type { People } from "../people.ts";

/** A projection by cohorts, and its balance. */
export interface ProjectedCohorts {
  /** People at the end of each step. */
  readonly people: People;
  /** By area, sex and the year that a step ends: people before + births − deaths + net migrants are people after. */
  readonly balance: Table<
    { readonly area: string; readonly period: Period; readonly sex: Sex },
    {
      readonly before: "count";
      readonly births: "count";
      readonly deaths: "count";
      readonly migration: "count";
      readonly after: "count";
    }
  >;
}

/** One area's projection, as far as its figures go, and why it ends where it does. */
export interface OfArea {
  readonly found: CohortProjection;
  readonly known: number;
  readonly missing: Missing | null;
}

interface Projected {
  readonly areas: readonly string[];
  readonly ages: readonly Age[];
  readonly projected: readonly OfArea[];
  readonly starts: readonly number[];
  readonly width: number;
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
}

const sexes = ["female", "male"] as const;

/** The two tables of a projection. */
export function projectedTables(parts: Projected): ProjectedCohorts {
  return { people: peopleTable(parts), balance: balanceTable(parts) };
}

function peopleTable({ areas, ages, projected, starts, width, issues, provenance }: Projected): People {
  const rows = areas.flatMap((area, a) =>
    starts.flatMap((year, step) =>
      sexes.flatMap((sex) =>
        ages.map((age, x) => {
          const { found, known, missing } = projected[a]!;
          const figure = step < known ? found[sex][step + 1]![x]! : missing!;
          return { area, period: calendarYears(year + width), sex, age, figure };
        }),
      ),
    ),
  );
  return createTable({
    keys: {
      area: keyColumn(rows.map(({ area }) => area)),
      period: keyColumn(rows.map(({ period }) => period)),
      sex: keyColumn(rows.map(({ sex }) => sex as Sex)),
      age: keyColumn(rows.map(({ age }) => age)),
    },
    measures: {
      people: measureColumn(
        "count",
        rows.map(({ figure }) => figure),
      ),
    },
    issues,
    provenance,
  });
}

function balanceTable({ areas, projected, starts, width, issues, provenance }: Projected): ProjectedCohorts["balance"] {
  const rows = areas.flatMap((area, a) =>
    starts.flatMap((year, step) => sexes.map((sex) => ({ area, a, step, sex, period: calendarYears(year + width) }))),
  );
  const column = (pick: (found: CohortProjection, sex: "female" | "male", step: number) => number) =>
    measureColumn(
      "count",
      rows.map(({ a, step, sex }) => {
        const { found, known, missing } = projected[a]!;
        return step < known ? pick(found, sex, step) : missing!;
      }),
    );
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return createTable({
    keys: {
      area: keyColumn(rows.map(({ area }) => area)),
      period: keyColumn(rows.map(({ period }) => period)),
      sex: keyColumn(rows.map(({ sex }) => sex as Sex)),
    },
    measures: {
      before: column((found, sex, step) => sum(found[sex][step]!)),
      births: column((found, sex, step) => found.births[sex][step]!),
      deaths: column((found, sex, step) => found.deaths[sex][step]!),
      migration: column((found, sex, step) => found.migrants[sex][step]!),
      after: column((found, sex, step) => sum(found[sex][step + 1]!)),
    },
    issues,
    provenance,
  });
}

/** A warning where more left than there were. */
export function belowZero(
  areas: readonly string[],
  projected: readonly OfArea[],
  starts: readonly number[],
  width: number,
): readonly Issue[] {
  const found = areas.flatMap((area, a) => {
    const { found: own, known } = projected[a]!;
    const step = Array.from({ length: known }, (_, i) => i).find((i) =>
      sexes.some((sex) => own[sex][i + 1]!.some((people) => people < 0)),
    );
    return step === undefined ? [] : [`${area} from ${starts[step]! + width}`];
  });
  if (found.length === 0) return [];
  return [
    {
      code: "people-below-zero",
      severity: "warning",
      message: `projectCohorts: people must be 0 or more; more leave than there are in ${found.length} of ${areas.length} areas: ${found.slice(0, 3).join("; ")}${found.length > 3 ? " …" : ""}`,
      fix: "Look at the net migrants of these areas, or give them as shares of the people there.",
    },
  ];
}
