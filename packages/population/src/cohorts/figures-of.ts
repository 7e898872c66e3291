import {
  type Age,
  type Key,
  type KeyColumn,
  keyText,
  type MeasureColumn,
  type Missing,
  missingAt,
  type Period,
  PopneedsError,
  type Table,
} from "@popneeds/core";

/** A column over ages, or over nothing but one, of one area, step and sex. */
export interface Figures {
  readonly values: Float64Array;
  readonly missing: Missing | null;
}

/** The figures of a table by area, the year in which a step starts and sex; a table without one of these keys has the same for all. */
export type FiguresOf = (area: string, year: number, sex?: string) => Figures;

interface Wanted {
  /** What the table is called in a message. */
  readonly what: string;
  readonly areas: readonly string[];
  readonly years: readonly number[];
  /** Which keys it must have beyond area and period, which it may have. */
  readonly by: readonly ("sex" | "age")[];
  readonly ages: readonly Age[];
  /** What an age without any row in the table means. */
  readonly otherAges: "incomplete" | "zero";
}

/**
 * Makes the columns of a table ready to be taken by area, year and sex.
 *
 * @throws PopneedsError `not-counted-by`, `uneven-bands`, `unmatched-rows`
 */
export function figuresOf(
  table: Table,
  column: MeasureColumn,
  { what, areas, years, by, ages, otherAges }: Wanted,
): FiguresOf {
  const keys = table.keys as Readonly<Record<string, KeyColumn<Key>>>;
  refuseKeys(what, Object.keys(keys), by);
  // A table whose absent rows mean 0 need not have every area, step and sex.
  const all = column.absent !== "zero";
  const areaPlace = placesOf(keys["area"], areas, all && "areas", what);
  const yearPlace = placesOf(keys["period"], years, "years in which a step starts", what, (period) =>
    Number((period as Period).start.slice(0, 4)),
  );
  const sexPlace = placesOf(keys["sex"], by.includes("sex") ? ["female", "male"] : [], all && "sexes", what);
  const bands = by.includes("age") ? ages.length : 1;
  const places = new Map(ages.map((age, x) => [keyText(age), x]));
  const agePlace = by.includes("age") ? keys["age"]!.values.map((age) => places.get(keyText(age)) ?? -1) : [0];
  const odd = by.includes("age") ? keys["age"]!.values.filter((_, slot) => agePlace[slot] === -1) : [];
  if (odd.length > 0)
    throw new PopneedsError({
      code: "uneven-bands",
      message: `projectCohorts: ${what} must be by the ages that people are by; ${odd.length} are not:`,
      where: odd.map((age) => (age as Age).label),
      fix: "Bring both to the same bands of ages.",
    });
  const size = [areaPlace, yearPlace, sexPlace].reduce((product, { count }) => product * count, bands);
  const at = (area: number, year: number, sex: number) =>
    ((area * yearPlace.count + year) * sexPlace.count + sex) * bands;
  const rowOf = new Int32Array(size).fill(-1);
  const codes = (name: string, row: number) => keys[name]?.codes[row] ?? 0;
  for (let row = 0; row < table.length; row++) {
    const [area, year, sex] = [
      areaPlace.of[codes("area", row)]!,
      yearPlace.of[codes("period", row)]!,
      sexPlace.of[codes("sex", row)]!,
    ];
    if (area === -1 || year === -1 || sex === -1) continue;
    const slot = at(area, year, sex) + (by.includes("age") ? agePlace[codes("age", row)]! : 0);
    if (rowOf[slot] !== -1)
      throw new PopneedsError({
        code: "unmatched-rows",
        message: `projectCohorts: ${what} must have one row for each step; two periods start in the same year`,
        fix: "Keep the periods that are as long as a step.",
      });
    rowOf[slot] = row;
  }
  const known = new Set(agePlace);
  return (area, year, sex) => {
    const start = at(areaPlace.find(area), yearPlace.find(year), sex === undefined ? 0 : sexPlace.find(sex));
    const values = new Float64Array(bands);
    let missing: Missing | null = null;
    for (let x = 0; x < bands; x++) {
      const row = rowOf[start + x]!;
      if (row >= 0) {
        missing ??= missingAt(column, row);
        values[x] = column.values[row]!;
      } else if (!(column.absent === "zero" || (otherAges === "zero" && !known.has(x)))) missing ??= "incomplete";
    }
    return { values, missing };
  };
}

interface Places {
  readonly count: number;
  /** The place of each code of the key, −1 where it is not wanted. */
  readonly of: ArrayLike<number>;
  readonly find: (value: string | number) => number;
}

function placesOf(
  column: KeyColumn<Key> | undefined,
  wanted: readonly (string | number)[],
  said: string | false,
  what: string,
  read: (key: Key) => string | number = (key) => key as string,
): Places {
  if (!column || wanted.length === 0) return { count: 1, of: [0], find: () => 0 };
  const places = new Map(wanted.map((value, i) => [value, i]));
  const values = column.values.map(read);
  const lacking = wanted.filter((value) => !values.includes(value));
  if (said && lacking.length > 0)
    throw new PopneedsError({
      code: "unmatched-rows",
      message: `projectCohorts: ${what} must have all ${said}, or not be by them; ${lacking.length} of ${wanted.length} are lacking:`,
      where: lacking.map(String),
      fix: "Give rows for them, or figures that hold for all, without the key.",
    });
  return {
    count: wanted.length,
    of: values.map((value) => places.get(value) ?? -1),
    find: (value) => places.get(value)!,
  };
}

function refuseKeys(what: string, found: readonly string[], by: readonly string[]): void {
  const odd = found.filter((name) => !["area", "period", "level", ...by].includes(name));
  const lacking = by.filter((name) => !found.includes(name));
  if (odd.length + lacking.length === 0) return;
  throw new PopneedsError({
    code: "not-counted-by",
    message: `projectCohorts: ${what} must be by ${["area and period if they differ", ...by].join(", ")}; found ${found.join(", ") || "no keys"}`,
    fix: "Keep one, or sum over the keys that are too many.",
  });
}
