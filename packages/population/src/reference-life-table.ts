import { noSource, PopneedsError, type Provenance, type Sex } from "@popneeds/core";

/** Years of life that a person of an exact age can expect, by sex: what years of life lost are counted against. */
export interface ReferenceLifeTable {
  readonly id: string;
  readonly name: string;
  /** For each sex, exact ages from young to old and the years that remain at each; `all` serves both sexes. */
  readonly expectancy: Readonly<Partial<Record<Sex, readonly RemainingYears[]>>>;
  readonly provenance: Provenance;
}

export interface RemainingYears {
  /** Exact age in years, 0 or more. */
  readonly age: number;
  /** Years still to be expected at that age, 0 or more. */
  readonly years: number;
}

export interface ReferenceLifeTableParts {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly (RemainingYears & { readonly sex: Sex })[];
  readonly provenance?: Provenance;
}

/**
 * Makes a reference life table of its rows.
 *
 * What deaths are counted against says nothing about how firm their count is: give a provenance whose evidence is
 * `observed`.
 *
 * @throws PopneedsError `invalid-life-table` when an age or the years are no number of 0 or more, or an age comes twice
 *
 * @example
 * createReferenceLifeTable({ id: "toy", name: "Toy", rows: [{ sex: "all", age: 0, years: 80 }] })
 */
export function createReferenceLifeTable(parts: ReferenceLifeTableParts): ReferenceLifeTable {
  const { id, name, rows, provenance = noSource } = parts;
  const seen = new Set<string>();
  const faults = rows.filter(({ sex, age, years }) => {
    const again = seen.has(`${sex} ${age}`);
    seen.add(`${sex} ${age}`);
    return again || !(age >= 0 && age < 200) || !(years >= 0 && years < 200);
  });
  if (faults.length > 0 || rows.length === 0)
    throw new PopneedsError({
      code: "invalid-life-table",
      message: `life table ${id}: each sex needs each age once, with years of 0 or more; ${faults.length} of ${rows.length} rows fail:`,
      where: faults.map(({ sex, age, years }) => `${sex}  age ${age}  ${years} years`),
      fix: "Correct the table.",
    });
  const of = (sex: Sex) =>
    Object.freeze(
      rows
        .filter((row) => row.sex === sex)
        .map(({ age, years }) => ({ age, years }))
        .sort((a, b) => a.age - b.age),
    );
  const sexes = [...new Set(rows.map(({ sex }) => sex))];
  return Object.freeze({
    id,
    name,
    expectancy: Object.freeze(Object.fromEntries(sexes.map((sex) => [sex, of(sex)]))),
    provenance,
  });
}
