import { PopneedsError } from "@popneeds/core";

/** Where the burden of a cause belongs: a row of a file that people edit. */
export interface CauseMappingRecord {
  readonly cause: string;
  /** Programme-budget category, such as that of published programme budgets. */
  readonly category: string;
  /** The service, or line of a budget, that meets it. */
  readonly service: string;
  /** Which part of the cause's burden, above 0 to 1. Default: all, or equal parts where none of the cause's rows has a share. */
  readonly share?: number;
}

/** Causes to programme-budget categories and services, with shares that sum to 1 for each cause. */
export interface CauseMapping {
  readonly name: string;
  readonly parts: ReadonlyMap<string, readonly Required<CauseMappingRecord>[]>;
}

/**
 * A mapping of causes to programme-budget categories and services, from rows that people edit.
 *
 * A mapping is a judgement and no measurement: its name goes into the provenance of what is made with it.
 *
 * @param records a row for each cause, or several with shares that sum to 1 where a cause goes to several
 * @param options `name`: as the provenance prints it
 * @throws PopneedsError `invalid-mapping` where a name is blank, a row comes twice, a share is not above 0 to 1, or shares of a cause do not sum to 1
 *
 * @example
 * causeMapping([{ cause: "dementia", category: "mental health", service: "community mental health" }], { name: "draft of the board" })
 */
export function causeMapping(
  records: readonly CauseMappingRecord[],
  { name }: { readonly name: string },
): CauseMapping {
  const rows = new Map<string, CauseMappingRecord[]>();
  for (const record of records) rows.set(record.cause, [...(rows.get(record.cause) ?? []), record]);
  const faults = [
    ...records
      .filter(({ cause, category, service }) => [cause, category, service].some((text) => !text?.trim()))
      .map(({ cause }) => `${cause || "a row without a cause"}: a blank`),
    ...[...rows].flatMap(([cause, own]) => faultOf(cause, own)),
  ];
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-mapping",
      message: `causeMapping: each cause must go once to each category and service, with shares that sum to 1; ${faults.length} rows or causes do not:`,
      where: faults,
      fix: "Give shares above 0, such as 0.7 and 0.3, or none at all for equal parts.",
    });
  return {
    name,
    parts: new Map(
      [...rows].map(([cause, own]) => [
        cause,
        own.map((record) => ({ ...record, share: record.share ?? 1 / own.length })),
      ]),
    ),
  };
}

function faultOf(cause: string, own: readonly CauseMappingRecord[]): string[] {
  if (new Set(own.map(({ category, service }) => `${category}\u0000${service}`)).size < own.length)
    return [`${cause}: a row comes twice`];
  const shares = own.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length === 0) return [];
  if (shares.length < own.length) return [`${cause}: only some rows have a share`];
  if (shares.some((share) => !(share > 0 && share <= 1))) return [`${cause}: shares ${shares.join(", ")}`];
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) > 1e-9 ? [`${cause}: shares sum to ${Number(sum.toPrecision(6))}`] : [];
}
