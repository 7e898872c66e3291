import type { Inputs, Options, Value } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";

/** A numeric column of a case: missing values become NaN. */
export function numbersOf(inputs: Inputs, name: string): readonly number[] {
  return columnOf(inputs, name).map((value) => {
    const number = value === null ? Number.NaN : Number(value);
    if (Number.isNaN(number) && value !== null && value !== "NaN") {
      throw new TypeError(`${name} holds ${JSON.stringify(value)}, which is no number`);
    }
    return number;
  });
}

/** A column of labels. */
export function labelsOf(inputs: Inputs, name: string): readonly string[] {
  return columnOf(inputs, name).map(String);
}

/** Makes a case that asks for something else than this count as not implemented. */
export function requireKnown(options: Options, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new NotImplemented(`option ${unknown.join(", ")}`);
}

/** An option that is one number, given alone or in an array of one. */
export function numberOption(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only !== "number") throw new NotImplemented(`${name} of ${JSON.stringify(value)}`);
  return only;
}

function columnOf(inputs: Inputs, name: string): readonly Value[] {
  const column = inputs[name];
  if (Array.isArray(column)) return column;
  if (column === undefined) throw new NotImplemented(`inputs without ${name}`);
  return [column];
}
