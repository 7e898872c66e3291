import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

/** How the codes of a column begin, by its header, and what they are codes of. */
const kinds: Readonly<Record<string, readonly [beginning: RegExp, of: string]>> = {
  DataZone: [/^S01/, "a data zone (S01…)"],
  IntZone: [/^S02/, "an intermediate zone (S02…)"],
  CA: [/^S12/, "a council (S12…)"],
  HSCP: [/^S37/, "a partnership (S37…)"],
  HB: [/^S(08|B)/, "a board (S08…, or SB… for special boards)"],
  Country: [/^S92/, "Scotland (S92…)"],
};

/** Areas that lie within one other: a council is in one partnership and in one board. */
const within = [
  ["IntZone", "CA"],
  ["CA", "HSCP"],
  ["CA", "HB"],
  ["HSCP", "HB"],
] as const;

/**
 * A warning for each column of a look-up that holds codes of another kind of area, and for each area that a look-up places in two.
 *
 * A look-up cannot show every wrong code: one that is of the right kind and used in one way only is not seen here. Compare it
 * with another look-up, zone by zone.
 */
export function areaCodesThatDisagree(cells: RawTable): readonly Issue[] {
  return [...ofAnotherKind(cells), ...inTwoPlaces(cells)];
}

function ofAnotherKind({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return header.flatMap((column, at): Issue[] => {
    const kind = Object.hasOwn(kinds, column) ? kinds[column]! : undefined;
    if (!kind) return [];
    const wrong = rows.flatMap((row, i) => (/^[A-Z0-9]{9}$/.test(row[at]!) && !kind[0].test(row[at]!) ? [i] : []));
    if (wrong.length === 0) return [];
    const found = [...new Set(wrong.map((i) => rows[i]![at]!))];
    return [
      {
        code: "area-of-another-kind",
        severity: "warning",
        file,
        line: lines[wrong[0]!]!,
        column,
        found: found[0]!,
        message: `${column} is no code of ${kind[1]} in ${whole(wrong.length)} ${wrong.length === 1 ? "row" : "rows"}: ${first(found)}`,
        fix: "Take the code from another look-up, by data zone; tell the publisher.",
      },
    ];
  });
}

function inTwoPlaces({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return within.flatMap(([small, large]) => {
    const at = header.indexOf(small);
    const outer = header.indexOf(large);
    if (at === -1 || outer === -1) return [];
    const places = new Map<string, Map<string, number>>();
    for (const [i, row] of rows.entries()) {
      const found = places.get(row[at]!) ?? new Map<string, number>();
      if (!found.has(row[outer]!)) found.set(row[outer]!, i);
      places.set(row[at]!, found);
    }
    const twice = [...places].filter(([code, found]) => found.size > 1 && /^[A-Z0-9]{9}$/.test(code));
    return twice.map(
      ([code, found]): Issue => ({
        code: "area-in-two-places",
        severity: "warning",
        file,
        line: lines[[...found.values()][1]!]!,
        column: small,
        found: code,
        message: `${small} ${code} is placed in ${found.size} areas of ${large}: ${first([...found.keys()])}; it can be in one`,
        fix: `Compare ${small} with another look-up, by data zone: some of its rows have the code of another area.`,
      }),
    );
  });
}

function first(words: readonly string[]): string {
  return `${words.slice(0, 3).join(", ")}${words.length > 3 ? ` and ${words.length - 3} more` : ""}`;
}

function whole(number: number): string {
  return number.toLocaleString("en-GB");
}
