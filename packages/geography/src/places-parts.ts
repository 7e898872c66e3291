import type { Issue, LookUp, Provenance } from "@popneeds/core";
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
  /** Codes of their day, those in force among them, and the codes that the areas have now. */
  readonly formerCodes?: readonly FormerCode[];
  /** Names of areas whose extent is not known here, by the area that holds them. */
  readonly namedOnly?: readonly { readonly within: string; readonly name: string }[];
  /** The level that is meant where one name stands for areas of several. */
  readonly meant?: string;
  /** Levels that an area is compared with, nearest first. */
  readonly comparators?: readonly string[];
  /** Other names of levels: `community-planning-partnership` for `council`. */
  readonly levelNames?: Readonly<Record<string, string>>;
  /** Levels whose areas stand back where a name is that of an area of another level too, unless their level is asked for. */
  readonly onlyWhenAsked?: readonly string[];
  /** Levels of the analyst's own making. */
  readonly customLevels?: readonly string[];
  /** The files that names, aliases and former codes were read from. */
  readonly naming?: Provenance;
  /** Doubts about the geography, such as custom areas that overlap. */
  readonly issues?: readonly Issue[];
}

/** A code that an area has or had. A code in two rows with two current ones belongs to an area that was divided. */
export interface FormerCode {
  readonly code: string;
  /** The code that the area has now. */
  readonly current: string;
  /** First and last day of the code, as yyyy-mm-dd; `null` where not known, or, for the last, while it is in force. */
  readonly enacted?: string | null;
  readonly archived?: string | null;
  /** The name of its day. */
  readonly name?: string;
  /** Whether the area was the one of today but for small changes (default), or its extent is not known to be. */
  readonly extent?: "nearly the same" | "unknown";
}

/** One step of the hierarchy. */
export interface Link {
  readonly from: string;
  readonly lookUp: LookUp;
}
