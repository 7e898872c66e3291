import { createTable, type Keys, type Missing, measureColumn, missingAt, type Table, withStep } from "@popneeds/core";
import { pairedYears, type YearsPart } from "../paired-years.ts";
import { type DeltaLimitsOptions, limitsAbout, limitsInWords } from "./limits-about.ts";
import type { YearsWithLimits } from "./years-of-life-lost-limits.ts";

/**
 * Disability-adjusted life years (DALY) with limits by the delta method: both parts added, and their variances.
 *
 * Var(lost + lived) = Var(lost) + Var(lived): deaths on one side, prevalence and weights on the other rest on nothing in common. Where they do, use
 * draws. Never the limits of a count.
 *
 * @param lost    `yearsOfLifeLostLimits`
 * @param lived   `yearsLivedWithDisabilityLimits`, by the same keys
 * @param options `level`: default 0.95; `limits`: `normal` (default) or `log-normal`; those of the parts do not matter
 * @returns by the keys of both: years, standard error, limits; a row that one of them lacks counts 0 there, without variance, only where that says so, else it
 * is `incomplete`, and an issue says which part is missing
 * @throws PopneedsError `different-keys`, `invalid-option`
 *
 * @example
 * disabilityAdjustedLifeYearsLimits(yearsOfLifeLostLimits(lost, deaths, { over: ["age"] }), lived, { limits: "log-normal" })
 */
export function disabilityAdjustedLifeYearsLimits<K extends Keys>(
  lost: Table<K, YearsWithLimits>,
  lived: Table<K, YearsWithLimits>,
  placing: DeltaLimitsOptions = {},
): Table<K, YearsWithLimits> {
  const caller = "disabilityAdjustedLifeYearsLimits";
  const parts = [lost, lived] as unknown as readonly [Table<Keys, YearsWithLimits>, Table<Keys, YearsWithLimits>];
  const pairs = pairedYears(partOf(parts[0]), partOf(parts[1]));
  const sum = (of: (part: Table<Keys, YearsWithLimits>, row: number) => number) =>
    pairs.missing.map(
      (reason, pair): number | Missing =>
        reason ??
        parts.reduce((all, part, i) => {
          const row = pairs.rows[i]![pair]!;
          return row < 0 ? all : all + of(part, row);
        }, 0),
    );
  const years = sum(({ measures }, row) => measures.years.values[row]!);
  const variances = sum(({ measures }, row) => measures.standardError.values[row]! ** 2).map((variance) =>
    Number.isNaN(variance) ? "not available" : variance,
  );
  return createTable({
    keys: pairs.keys,
    measures: {
      years: measureColumn("years", years, { absent: pairs.absent }),
      ...limitsAbout(caller, years, variances, placing),
    },
    issues: pairs.issues,
    provenance: withStep(
      pairs.provenance,
      `${limitsInWords(placing)}: variances of years lost and years lived added, as of parts that rest on nothing in common`,
    ),
  }) as unknown as Table<K, YearsWithLimits>;
}

function partOf({ keys, length, measures, issues, provenance }: Table<Keys, YearsWithLimits>): YearsPart {
  const { years } = measures;
  const missing = Array.from({ length }, (_, row) => missingAt(years, row));
  return { keys, kind: years.kind, missing, absent: years.absent, issues, provenance };
}
