import {
  type Additive,
  atBest,
  createTable,
  firstThree,
  fromInputs,
  type Issue,
  type Keys,
  keyLabel,
  type Missing,
  measureColumn,
  missingAt,
  type Table,
  withStep,
} from "@popneeds/core";
import { matchedRows } from "../shared/matched-rows.ts";
import { onlyMeasure } from "../shared/only-measure.ts";

/**
 * The burden that goes with an exposure: deaths, years of life lost or years lived with disability × attributable fraction.
 *
 * Call it for years lost and years lived by themselves, each with fractions from relative risks of that outcome, and add the results. Fractions by
 * `risk` give a figure for each; these must not be added over risks, since removal of either may prevent the same case: the type of the
 * measure says so, and summing over them is refused. `jointFractions` gives all risks together.
 *
 * @param burden    one measure that adds up, by cause, sex, age …
 * @param fractions `attributableFractions`, by keys that the burden has, and by `risk`
 * @returns by the keys of both, below 0 where exposure protects. Rows to which no fraction belongs, such as causes that the exposure does not act
 * on, are left out, and an issue names them; 0 × anything is 0; missing passes its reason
 * @throws PopneedsError `not-counted-by`, `one-measure`
 *
 * Source: GBD 2019 Risk Factors Collaborators. Lancet 2020;396:1223–49.
 *
 * @example
 * attributableBurden(yearsOfLifeLost(deaths, reference), attributableFractions(smoking, risksOfDeath))
 */
export function attributableBurden<K extends Keys, KF extends Keys>(
  burden: Table<K, { readonly years: Additive } | { readonly deaths: Additive }>,
  fractions: Table<KF, { readonly fraction: "ratio" }>,
): Table<K & Pick<KF, Extract<keyof KF, "risk">>, { readonly attributable: Additive }> {
  const table = burden as unknown as Table;
  const part = onlyMeasure("attributableBurden", table, "the burden");
  const pairs = matchedRows("attributableBurden", table, fractions as unknown as Table, ["risk"]);
  const { fraction } = fractions.measures;
  const figures = Array.from(pairs.first, (row, i): number | Missing => {
    const other = pairs.second[i]!;
    if (part.values[row] === 0) return 0;
    return missingAt(part, row) ?? missingAt(fraction, other) ?? part.values[row]! * fraction.values[other]!;
  });
  const byRisk = "risk" in fractions.keys && !("risk" in burden.keys);
  const column = measureColumn(part.kind as Additive, figures);
  return createTable({
    keys: pairs.keys,
    measures: { attributable: byRisk ? Object.freeze({ ...column, sharedOver: ["risk"] }) : column },
    issues: [...burden.issues, ...fractions.issues, ...leftOut(table, pairs.alone)],
    provenance: atBest(
      withStep(
        fromInputs([burden.provenance, fractions.provenance]),
        "attributable burden: burden × attributable fraction of its cause, sex and age",
      ),
      "modelled",
    ),
  }) as unknown as Table<K & Pick<KF, Extract<keyof KF, "risk">>, { readonly attributable: Additive }>;
}

/** What is said of rows without a fraction. */
export function leftOut({ keys }: Table, alone: Int32Array): Issue[] {
  if (alone.length === 0) return [];
  const names = Object.keys(keys);
  const said = [
    ...new Set(
      Array.from(alone, (row) =>
        names.map((name) => keyLabel(keys[name]!.values[keys[name]!.codes[row]!]!)).join("  "),
      ),
    ),
  ];
  return [
    {
      code: "without-fraction",
      severity: "note",
      message: `attributable burden is of rows that have a fraction; ${alone.length} have none and are left out: ${firstThree(said).join("; ")}`,
      fix: "Give relative risks for them if the exposure acts on them.",
    },
  ];
}
