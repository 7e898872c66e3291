import type { Issue, LookUp } from "@popneeds/core";
import type { Area } from "./area.ts";
import type { PlacesParts } from "./places-parts.ts";

/**
 * A geography of one edition: its areas, their names, and which lies in which.
 *
 * It is a graph, not a chain. An area lies in another when all of its base areas do; an area that straddles two has no
 * parent at that level.
 */
export interface Places {
  /** Levels from small to large; the first is the base. */
  readonly levels: readonly string[];
  readonly parts: PlacesParts;
  /** Doubts about the geography, such as custom areas that overlap; they go with every profile. */
  readonly issues: readonly Issue[];
  /**
   * The level that a text names, under its own or another name: `council` for `community-planning-partnership`.
   * @throws PopneedsError `unknown-level`
   */
  level(text: string): string;
  /**
   * The area of a code in force.
   * @throws PopneedsError `unknown-area`
   */
  area(code: string): Area;
  /**
   * The area that a text means: a code, a former code, an address, a name or an alias, whatever its case and punctuation.
   *
   * Where a name stands for areas of several levels, the one of the level that is usually meant (`parts.meant`); else, if
   * they are all the same place, the one of the largest level. Areas of the levels `parts.onlyWhenAsked` stand back.
   *
   * @param options `level`: look among the areas of this level only
   * @throws PopneedsError `unknown-area` with the nearest names; `ambiguous-area` with all that it may be;
   * `unknown-level`
   */
  find(text: string, options?: { readonly level?: string | undefined }): Area;
  /** All areas of a level, in the order of the files. */
  areasAt(level: string): readonly Area[];
  /** The area of a level that holds this one whole; itself at its own level; `null` when none does. */
  parent(code: string, level: string): Area | null;
  /** The areas of a level that lie wholly in this one. */
  children(code: string, level: string): readonly Area[];
  /** The codes of the base areas in an area. */
  baseAreas(code: string): readonly string[];
  /** From the areas of one level to those of another that hold them whole, with edition and sources. */
  lookUp(from: string, to: string): LookUp;
  /** Whether two areas hold the same base areas. */
  coterminous(one: string, other: string): boolean;
  /**
   * What an area is compared with: the areas of certain levels, and of custom ones, that hold it whole, smallest first; never
   * its own twin, and of twins only one.
   */
  comparators(code: string): readonly Area[];
  /** The areas of one level that lie across several areas of another. */
  straddling(level: string, across: string): readonly Area[];
}
