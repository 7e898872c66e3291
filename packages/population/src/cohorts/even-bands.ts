import { type Age, PopneedsError } from "@popneeds/core";

/**
 * The bands of ages in order, and their width; refuses all but bands of one width of 1 to 10 years from 0, the last open.
 *
 * @throws PopneedsError `uneven-bands`
 */
export function evenBands(
  caller: string,
  values: readonly Age[],
): { readonly ages: readonly Age[]; readonly width: number } {
  const ages = [...values].sort((a, b) => a.from - b.from);
  const width = (ages[0]?.to ?? 0) - (ages[0]?.from ?? 0);
  const last = ages.length - 1;
  const even =
    last >= 2 &&
    Number.isInteger(width) &&
    width >= 1 &&
    width <= 10 &&
    ages.every(
      ({ from, to }, x) => from === x * width && to === (x === last ? Number.POSITIVE_INFINITY : from + width),
    );
  if (even) return { ages, width };
  throw new PopneedsError({
    code: "uneven-bands",
    message: `${caller}: bands of ages must have one width of 1 to 10 years from 0, at least three, the last open; found ${ages
      .slice(0, 3)
      .map(({ label }) => label)
      .join(", ")}${ages.length > 3 ? ", …" : ""}${ages.length === 0 ? "none" : ""}`,
    fix: "Bring people to such bands: into(people, ageBands(0, 5, 10, …, 90)).",
  });
}
