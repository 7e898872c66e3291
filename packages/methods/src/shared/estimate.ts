import type { Additive, Derived, Keys, Table } from "@popneeds/core";

/** A value with its limits, and the counts that it rests on. */
export type EstimateMeasures<Kind extends Derived = Derived, E extends Additive = "count"> = {
  readonly value: Kind;
  readonly lower: "limit";
  readonly upper: "limit";
  readonly events: E;
  readonly population: Additive;
};

/** What a method gives: one estimate a row. It never adds up. */
export type Estimates<K extends Keys = Keys, Kind extends Derived = Derived, E extends Additive = "count"> = Table<
  K,
  EstimateMeasures<Kind, E>
>;
