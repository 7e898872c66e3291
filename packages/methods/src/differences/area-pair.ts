import { PopneedsError, type Table } from "@popneeds/core";

/** Two areas of a table, by code. */
export interface AreaPair {
  readonly area: string;
  /** The area that it is set against. */
  readonly against: string;
}

export interface Comparison extends AreaPair {
  /**
   * Whether the area lies in the other, which is then compared without it. Default true; give false for two areas that do
   * not overlap.
   */
  readonly inside?: boolean;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Refuses areas that the table has not, and an area set against itself. */
export function requireAreas(caller: string, table: Table, { area, against }: AreaPair): void {
  const known = table.keys["area"]!.values as readonly string[];
  const lacking = [area, against].filter((code) => !known.includes(code));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `${caller}: the table has no area ${lacking.map((code) => `"${code}"`).join(" and no ")}; it has ${known.slice(0, 3).join(", ")}${known.length > 3 ? ` and ${known.length - 3} more` : ""}`,
      fix: "Name areas of the table; roll the counts up to both levels first.",
    });
  if (area === against)
    throw new PopneedsError({
      code: "same-area",
      message: `${caller}: ${area} cannot be compared with itself`,
      fix: "Name another area to set it against.",
    });
}
