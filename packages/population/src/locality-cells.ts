import type { Age, LookUp, Missing, Sex } from "@popneeds/core";
import { apportion } from "./apportion.ts";
import type { People } from "./people.ts";

/** One sex and band of ages of a partnership. */
export interface Cell {
  readonly partnership: string;
  readonly sex: Sex;
  readonly age: Age;
}

/** The people of localities, cell by cell. */
export interface LocalityCells {
  /** The localities of each partnership. */
  readonly localities: ReadonlyMap<string, readonly string[]>;
  readonly of: (locality: string, sex: Sex, age: Age) => number;
  readonly sexes: readonly Sex[];
  readonly ages: readonly Age[];
}

/** Indexes the people of localities by locality, sex and age. */
export function localityCells(table: People, { parents }: LookUp): LocalityCells {
  const { area, sex, age } = table.keys;
  const { people } = table.measures;
  const found = new Map<string, number>();
  const text = (locality: string, of: Sex, band: Age) => `${locality} ${of} ${band.from}`;
  for (let i = 0; i < table.length; i++)
    found.set(
      text(area.values[area.codes[i]!]!, sex.values[sex.codes[i]!]!, age.values[age.codes[i]!]!),
      people.values[i]!,
    );
  const localities = new Map<string, string[]>();
  for (const locality of area.values) {
    const partnership = parents.get(locality)!;
    localities.set(partnership, [...(localities.get(partnership) ?? []), locality]);
  }
  const absent = people.absent === "zero" ? 0 : Number.NaN;
  return {
    localities,
    of: (locality, of, band) => found.get(text(locality, of, band)) ?? absent,
    sexes: sex.values,
    ages: age.values,
  };
}

/**
 * The people of a partnership's cell, shared out among its localities.
 *
 * @param borrowed takes the name of the cell when no locality had anybody in it
 */
export function sharedOut(
  people: number,
  { partnership, sex, age }: Cell,
  { localities: all, of, sexes, ages }: LocalityCells,
  borrowed: Set<string>,
): readonly number[] | Missing {
  const localities = all.get(partnership)!;
  const own = localities.map((locality) => of(locality, sex, age));
  if (Number.isNaN(total(own))) return "incomplete";
  if (people === 0 || total(own) > 0) return apportion(inUnits(people), own);
  borrowed.add(`${partnership}  ${sex}  ${age.label}`);
  const bothSexes = localities.map((locality) => total(sexes.map((each) => of(locality, each, age))));
  if (total(bothSexes) > 0) return apportion(inUnits(people), bothSexes);
  const allAges = localities.map((locality) => total(ages.map((each) => of(locality, sex, each))));
  return total(allAges) > 0 ? apportion(inUnits(people), allAges) : "no population";
}

/** People to 2⁻²⁰ of a person. Published people are whole, so nothing is lost. */
function inUnits(people: number): number {
  return Math.round(people * 2 ** 20) / 2 ** 20;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
