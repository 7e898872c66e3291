import {
  createTable,
  type Keys,
  keyLabel,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { jointFraction } from "@popneeds/stats";
import { rowsApartFrom } from "../shared/rows-apart-from.ts";

export interface JointFractionsOptions {
  /** For a risk, the parts of its effect that run through the others, 0 to 1, by the name of the other. Default none. */
  readonly mediated?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * The fraction that goes with all risks together, when they act independently: 1 − Π(1 − fraction), never their sum.
 *
 * What of a risk runs through another that is in the same group is taken out first: fraction × Π(1 − mediated part). A part through a risk
 * that is not there stays in.
 *
 * @param fractions by `risk`, cause and what else
 * @param options   `mediated`: `{ salt: { "blood pressure": 0.8 } }`; default none
 * @returns by all keys but risk; a missing fraction passes its reason
 * @throws PopneedsError `invalid-option` when a mediated part is not from 0 to 1, or a risk is not in the table; `invalid-fraction` when a fraction is above 1
 *
 * Source: GBD 2019 Risk Factors Collaborators. Lancet 2020;396:1223–49, appendix 1.
 * Reference: `jointFraction` of `@popneeds/stats`.
 *
 * @example
 * jointFractions(fractions, { mediated: { salt: { "blood pressure": 0.8 } } })
 */
export function jointFractions<K extends Keys & { readonly risk: string }>(
  fractions: Table<K, { readonly fraction: "ratio" }>,
  { mediated = {} }: JointFractionsOptions = {},
): Table<Omit<K, "risk">, { readonly fraction: "ratio" }> {
  refuseUnknown(mediated, fractions.keys.risk.values);
  const table = fractions as unknown as Table;
  const { keys, rowsOf } = rowsApartFrom(table, "risk");
  const { fraction } = fractions.measures;
  const riskAt = (row: number) => keyLabel(fractions.keys.risk.values[fractions.keys.risk.codes[row]!]!);
  const joint = rowsOf.map((rows): number | Missing => {
    const missing = rows.map((row) => missingAt(fraction, row)).find((reason) => reason !== null);
    if (missing) return missing;
    const above = rows.find((row) => fraction.values[row]! > 1);
    if (above !== undefined)
      throw new PopneedsError({
        code: "invalid-fraction",
        message: `jointFractions: fractions must be 1 at most; ${riskAt(above)} has ${fraction.values[above]}`,
        fix: "Give fractions, not percentages.",
      });
    const risks = rows.map(riskAt);
    return jointFraction(
      rows.map((row) => fraction.values[row]!),
      risks.map((risk) => risks.flatMap((other) => mediated[risk]?.[other] ?? [])),
    );
  });
  const said = Object.entries(mediated).flatMap(([risk, through]) =>
    Object.entries(through).map(([other, part]) => `${part} of ${risk} through ${other}`),
  );
  return createTable({
    keys,
    measures: { fraction: measureColumn("ratio", joint) },
    issues: fractions.issues,
    provenance: withStep(
      fractions.provenance,
      `joint fraction of ${fractions.keys.risk.values.join(", ")}: 1 − Π(1 − fraction), risks taken to act independently${said.length > 0 ? `, without what is mediated (${said.join("; ")})` : ""}`,
    ),
  }) as unknown as Table<Omit<K, "risk">, { readonly fraction: "ratio" }>;
}

function refuseUnknown(mediated: NonNullable<JointFractionsOptions["mediated"]>, risks: readonly string[]): void {
  for (const [risk, through] of Object.entries(mediated))
    for (const [other, part] of Object.entries(through))
      if (!risks.includes(risk) || !risks.includes(other) || !(part >= 0 && part <= 1))
        throw new PopneedsError({
          code: "invalid-option",
          message: `jointFractions: mediated parts must be from 0 to 1, of risks of the table (${risks.join(", ")}); found ${part} of ${risk} through ${other}`,
          fix: "Write risks as the table does.",
        });
}
