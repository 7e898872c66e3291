import type { Issue, LookUp } from "@popneeds/core";
import { furtherLevels } from "../levels.ts";
import type { Setting } from "../setting.ts";

/**
 * Look-ups from the areas of a published level to the areas wanted that no publisher knows and that are made up of whole
 * areas of it: custom areas, alcohol and drug partnerships. Where a part is missing there is no figure, not a smaller one.
 *
 * @param present areas that the published table has
 */
export function madeUpOf(
  level: string,
  present: Iterable<string>,
  { places, areas }: Pick<Setting, "places" | "areas">,
): readonly (LookUp & { readonly issues: readonly Issue[] })[] {
  const here = new Set(present);
  return furtherLevels({ places, areas }).flatMap((further) => {
    const lookUp = places.lookUp(level, further);
    const whole = places.areasAt(further).filter(({ code }) => {
      const parts = places.children(code, level).filter((part) => here.has(part.code));
      const zones = parts.reduce((sum, part) => sum + places.baseAreas(part.code).length, 0);
      return areas.has(code) && zones === places.baseAreas(code).length;
    });
    const codes = new Set(whole.map(({ code }) => code));
    const parents = new Map([...lookUp.parents].filter(([part, code]) => codes.has(code) && here.has(part)));
    return parents.size === 0 ? [] : [{ ...lookUp, parents, issues: [] }];
  });
}
