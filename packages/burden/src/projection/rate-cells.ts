import {
  type Additive,
  type Exposed,
  groupRows,
  type Key,
  type KeyColumn,
  type Keys,
  keyLabel,
  keyText,
  type MeasureColumn,
  type Missing,
  missingAt,
  PopneedsError,
  reasonCode,
  type Table,
  takeRows,
} from "@popneeds/core";

/** Rates laid out as a projection needs them: strata of causes of sets. */
export interface RateCells {
  /** The keys of strata, `sex` and `age` as they are. */
  readonly within: readonly string[];
  /** The values of each of these keys; a stratum for each of their combinations, the last key running fastest. */
  readonly values: readonly (readonly Key[])[];
  readonly strata: number;
  /** What rates are by beside, such as a cause: the keys of each combination. */
  readonly further: Readonly<Record<string, KeyColumn>>;
  readonly causes: number;
  /** Areas that have rates of their own; one, or none named, where the rates are of elsewhere. */
  readonly sets: readonly string[];
  readonly rates: Float64Array;
  /** For each cause of each set, the code of the reason why it has no rate; 0 where it has. */
  readonly reasons: Uint8Array;
  /** Lays out the column of a table that is by the same keys. */
  readonly layOut: (table: Table, figure: (row: number) => number | Missing, absent: number | Missing) => Float64Array;
}

const places: readonly string[] = ["area", "level", "period"];

/** Lays out rates by sex and age, and by what more they are by. */
export function rateCells(caller: string, rates: Exposed<Keys, Additive>): RateCells {
  refuseSeveralPeriods(caller, rates as unknown as Table);
  const within = ["sex", "age"].filter((name) => name in rates.keys);
  const names = Object.keys(rates.keys).filter((name) => !within.includes(name) && !places.includes(name));
  const values = within.map((name) => rates.keys[name]!.values);
  const strata = values.reduce((product, { length }) => product * length, 1);
  const combinations = groupRows(
    names.map((name) => rates.keys[name] as KeyColumn),
    rates.length,
  );
  const further = takeRows(rates as unknown as Table, combinations.first).keys;
  const causes = combinations.first.length;
  const causeOf = new Map(
    Array.from(combinations.first, (row, c) => [textAt(rates as unknown as Table, names, row), c]),
  );
  const sets = (rates.keys["area"]?.values ?? [""]) as readonly string[];
  const reasons = new Uint8Array(Math.max(1, sets.length) * causes);
  const places_ = within.map((_, k) => new Map(values[k]!.map((key, i) => [keyText(key), i])));

  const layOut: RateCells["layOut"] = (table, figure, absent) => {
    const size = Math.max(1, sets.length) * causes * strata;
    const column = new Float64Array(size).fill(typeof absent === "number" ? absent : Number.NaN);
    const seen = new Uint8Array(size);
    for (let row = 0; row < table.length; row++) {
      const cause = causeOf.get(textAt(table, names, row));
      const set = "area" in table.keys && "area" in rates.keys ? sets.indexOf(keyAt(table, "area", row) as string) : 0;
      let stratum = 0;
      for (const [k, name] of within.entries())
        stratum = stratum * values[k]!.length + (places_[k]!.get(keyText(keyAt(table, name, row))) ?? Number.NaN);
      if (cause === undefined || set === -1 || Number.isNaN(stratum)) continue;
      const at = (set * causes + cause) * strata + stratum;
      const found = figure(row);
      seen[at] = 1;
      column[at] = typeof found === "number" ? found : Number.NaN;
      if (typeof found === "string") reasons[set * causes + cause] ||= reasonCode(found);
    }
    if (typeof absent === "string")
      for (let at = 0; at < size; at++) if (seen[at] === 0) reasons[Math.floor(at / strata)] ||= reasonCode(absent);
    return column;
  };
  const { events, population } = rates.measures;
  const column = layOut(
    rates as unknown as Table,
    (row) => rateAt(events, population, row),
    events.absent === "zero" ? 0 : "incomplete",
  );
  return {
    within,
    values,
    strata,
    further: Object.fromEntries(names.map((name) => [name, further[name]!])),
    causes,
    sets,
    rates: column,
    reasons,
    layOut,
  };
}

/** The keys of a stratum of a cause. */
export function cellKeys(
  { within, values, further }: RateCells,
  cause: number,
  stratum: number,
): Readonly<Record<string, Key>> {
  const keys: Record<string, Key> = {};
  for (const [name, column] of Object.entries(further)) keys[name] = column.values[column.codes[cause]!]!;
  let left = stratum;
  for (let k = within.length - 1; k >= 0; k--) {
    const of = values[k]!;
    keys[within[k]!] = of[left % of.length]!;
    left = Math.floor(left / of.length);
  }
  return keys;
}

export function keyAt(table: Table, name: string, row: number): Key {
  const { values, codes } = table.keys[name]!;
  return values[codes[row]!]!;
}

function textAt(table: Table, names: readonly string[], row: number): string {
  return names.map((name) => keyText(keyAt(table, name, row))).join("\u0000");
}

function rateAt(events: MeasureColumn, population: MeasureColumn, row: number): number | Missing {
  const missing = missingAt(events, row) ?? missingAt(population, row);
  if (missing) return missing;
  if (population.values[row]! > 0) return events.values[row]! / population.values[row]!;
  return events.values[row] === 0 ? 0 : "no population";
}

function refuseSeveralPeriods(caller: string, { keys }: Table): void {
  const values = keys["period"]?.values ?? [];
  if (values.length > 1)
    throw new PopneedsError({
      code: "several-rates",
      message: `${caller}: rates must be of one period; found ${values.length}: ${values.slice(0, 3).map(keyLabel).join(", ")}${values.length > 3 ? " …" : ""}`,
      fix: "Keep one: keep(rates, { period: … }).",
    });
}
