/** A value of a case file as JSON holds it. `null` is missing; "NaN", "Infinity" and "-Infinity" are numbers. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [field: string]: Value };

/** The inputs of a case, as the reference was given them: columns are arrays. */
export type Inputs = { readonly [column: string]: Value };

/** What the reference was told beside its inputs. */
export type Options = { readonly [option: string]: Value };

/** How close is close enough: `rel`, `abs`, and `<field>_abs` in place of both for that field. */
export type Tolerance = { readonly [kind: string]: number };

/** One case: what a function of the reference made of inputs, or that it refused them. */
export interface Case {
  readonly name: string;
  readonly function: string;
  readonly inputs: Inputs;
  readonly options: Options;
  readonly expected?: Value;
  readonly expected_error?: string;
  readonly tolerance?: Tolerance;
}

/** One file of cases. */
export interface CaseFile {
  readonly path: string;
  readonly family: string;
  /** Where the numbers come from, with versions. */
  readonly about?: string;
  readonly cases: readonly Case[];
}
