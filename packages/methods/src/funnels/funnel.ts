import type { Derived, Keys, Table } from "@popneeds/core";

/**
 * Areas in a funnel: the value with the control limits at its own size, `inner` and `outer` (0.025 and 0.001 on either
 * side by default), the target they lie around, and `signal`: how many of the two the value lies beyond, above 0 if
 * high and below 0 if low; see `signalInWords`. `size` is what the funnel narrows with: people, or events expected.
 */
export type FunnelMeasures<Kind extends Derived = Derived> = {
  readonly value: Kind;
  readonly target: Kind;
  readonly innerLower: "limit";
  readonly innerUpper: "limit";
  readonly outerLower: "limit";
  readonly outerUpper: "limit";
  readonly signal: "score";
  readonly events: "count";
  readonly size: "score";
};

/** The lines of a funnel for a chart: limits at one size a row, named by `point`. */
export type FunnelLineMeasures = {
  readonly size: "score";
  readonly innerLower: "limit";
  readonly innerUpper: "limit";
  readonly outerLower: "limit";
  readonly outerUpper: "limit";
};

/**
 * What a funnel is made of: the areas compared, their target, and how much further they lie apart than chance alone
 * would have them: φ (1 where there is chance alone; more than chance above `threshold`) and τ², on the scale on which
 * they were found.
 */
export type FunnelGroupMeasures<Kind extends Derived = Derived> = {
  readonly target: Kind;
  readonly areas: "score";
  readonly phi: "score";
  readonly threshold: "score";
  readonly betweenVariance: "score";
};

/** A funnel of areas, one for each combination of all other keys. */
export interface Funnel<K extends Keys & { readonly area: string }, Kind extends Derived = Derived> {
  /** Each area against the funnel. */
  readonly areas: Table<K, FunnelMeasures<Kind>>;
  /** The lines of each funnel. */
  readonly lines: Table<Omit<K, "area"> & { readonly point: string }, FunnelLineMeasures>;
  /** One row for each funnel. */
  readonly groups: Table<Omit<K, "area">, FunnelGroupMeasures<Kind>>;
}

/** How a funnel is drawn. */
export interface FunnelOptions {
  /** Chances that an area on target lies within the inner and within the outer limits. Default 0.95 and 0.998. */
  readonly levels?: readonly [number, number];
  /** What areas are set against, in the unit of the values. Default: that of all areas of the funnel together. */
  readonly target?: number;
  /**
   * In place of a target, the code of an area of the table, such as the country, whose value is the target: in each
   * funnel that of its row with the same keys, level aside. The area itself is not compared.
   */
  readonly against?: string;
  /**
   * Whether limits allow for areas differing more than by chance: `none` (default), `multiplicative` widens all alike
   * by √φ, `additive` gives all areas a common variance τ² beside that of chance.
   */
  readonly dispersion?: "none" | "multiplicative" | "additive";
  /** What is done with the areas furthest out before φ and τ² are found. Default `winsorise`. */
  readonly outliers?: "winsorise" | "truncate" | "keep";
  /** Share of areas at each end that counts as furthest out. Default 0.1. */
  readonly outlierShare?: number;
  /** How many points each line has. Default 100. */
  readonly points?: number;
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}
