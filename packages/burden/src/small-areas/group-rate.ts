import {
  type Additive,
  type Age,
  type Counts,
  type Exposed,
  type KeyColumn,
  type Keys,
  keyText,
  type Missing,
  missingAt,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import type { Standard } from "@popneeds/population";
import { onlyCount } from "../mortality/only-count.ts";

/** Burden per person of a group, its people, and its standard error; NaN where that is not known. */
export interface GroupRate {
  readonly rate: number;
  readonly people: number;
  readonly error: number;
}

/** The rate of the rows of a group, crude or by a standard, sexes summed; or the reason why there is none. */
export function groupRate(
  burden: Exposed<Keys, Additive>,
  rows: readonly number[],
  standard: Standard | undefined,
  deathsAt: DeathsAt | null,
): GroupRate | Missing {
  if (rows.length === 0) return "incomplete";
  const { events, population } = burden.measures;
  const ages = burden.keys["age"] as KeyColumn<Age> | undefined;
  const bandOf = standard && ages?.values.map((age) => standard.bands.findIndex((b) => b.from === age.from));
  const size = standard?.bands.length ?? 1;
  const [years, people, variance] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (const row of rows) {
    const missing = missingAt(events, row) ?? missingAt(population, row);
    if (missing) return missing;
    const at = bandOf ? bandOf[ages!.codes[row]!]! : 0;
    years[at]! += events.values[row]!;
    people[at]! += population.values[row]!;
    if (events.values[row]! > 0) variance[at]! += events.values[row]! ** 2 / (deathsAt?.(row) || Number.NaN);
    else if (!deathsAt) variance[at] = Number.NaN;
  }
  let [rate, spread, weight, all] = [0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    if (!(people[at]! > 0)) return "no population";
    const own = standard?.weights[at] ?? 1;
    rate += (own * years[at]!) / people[at]!;
    spread += (own / people[at]!) ** 2 * variance[at]!;
    weight += own;
    all += people[at]!;
  }
  return { rate: rate / weight, people: all, error: Math.sqrt(spread) / weight };
}

/** The deaths with which the years of a row were lost; NaN where they are not known. */
type DeathsAt = (row: number) => number;

/** Finds the deaths of each row of a burden, by keys. */
export function deathsByKeys(burden: Table, deaths: Table<Keys, Counts>): DeathsAt {
  const names = Object.keys(burden.keys).filter((name) => name !== "level");
  const theirs = Object.keys(deaths.keys).filter((name) => name !== "level");
  if (names.length !== theirs.length || names.some((name) => !theirs.includes(name)))
    throw new PopneedsError({
      code: "different-keys",
      message: `burdenInequality: deaths must be by ${names.join(", ")}, as the burden is; found ${theirs.join(", ")}`,
      fix: "Give the deaths that the years were lost with, before either is summed.",
    });
  const text = (keys: Table["keys"], row: number) =>
    names.map((name) => keyText(keys[name]!.values[keys[name]!.codes[row]!]!)).join("\u0000");
  const [, column] = onlyCount("burdenInequality", deaths);
  const found = new Map<string, number>();
  for (let row = 0; row < deaths.length; row++)
    if (missingAt(column, row) === null) found.set(text(deaths.keys as Table["keys"], row), column.values[row]!);
  return (row) => found.get(text(burden.keys, row)) ?? Number.NaN;
}
