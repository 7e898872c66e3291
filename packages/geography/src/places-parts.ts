import type { LookUp } from "@popneeds/core";
import type { Area } from "./area.ts";

/** What a geography is made of: plain rows, as its files hold them. */
export interface PlacesParts {
  /** Levels from small to large. The first is the base: every other area is known by the base areas it holds. */
  readonly levels: readonly string[];
  /** Every area of every level, base included. */
  readonly areas: readonly Area[];
  /** One step up: the areas of `from` and the areas of `lookUp.level` that they lie in. */
  readonly links: readonly Link[];
  /** Other names and codes. */
  readonly aliases?: readonly { readonly code: string; readonly alias: string }[];
  /** Codes that were in force before, and the codes that the areas have now. */
  readonly formerCodes?: readonly { readonly code: string; readonly current: string }[];
  /** Names of areas whose extent is not known here, by the area that holds them. */
  readonly namedOnly?: readonly { readonly within: string; readonly name: string }[];
  /** The level that is meant where one name stands for areas of several. */
  readonly meant?: string;
  /** Levels that an area is compared with, nearest first. */
  readonly comparators?: readonly string[];
}

/** One step of the hierarchy. */
export interface Link {
  readonly from: string;
  readonly lookUp: LookUp;
}
