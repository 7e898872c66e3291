import type { Issue } from "@popneeds/core";
import type { DrawnArea } from "./drawn-areas.ts";
import type { Places } from "./places.ts";

/** Doubts about areas of the analyst's own: zones listed twice, shared or left out, and areas across several others. */
export function issuesOfDrawnAreas(
  places: Places,
  areas: readonly DrawnArea[],
  { file, levels }: { readonly file: string; readonly levels: readonly string[] },
): readonly Issue[] {
  return [...twice(areas, file), ...overlaps(areas, file, levels), ...held(places, areas, file)];
}

function twice(areas: readonly DrawnArea[], file: string): Issue[] {
  const again = areas.flatMap(({ name, twice: zones }) => zones.map((zone) => `${zone} (${name})`));
  if (again.length === 0) return [];
  return [
    {
      code: "duplicate-data-zone",
      severity: "warning",
      file,
      message: `data zones are listed more than once in an area, and are counted once, ${again.length} in all: ${some(again)}`,
      fix: "List each zone once, and look whether another was meant.",
    },
  ];
}

function overlaps(areas: readonly DrawnArea[], file: string, levels: readonly string[]): Issue[] {
  const holders = new Map<string, string[]>();
  for (const { name, zones } of areas)
    for (const zone of zones) holders.set(zone, [...(holders.get(zone) ?? []), name]);
  const shared = [...holders].filter(([, names]) => names.length > 1);
  if (shared.length === 0) return [];
  return [
    {
      code: "overlapping-areas",
      severity: "warning",
      file,
      message: `${shared.length === 1 ? "1 data zone lies" : `${shared.length} data zones lie`} in several areas: ${some(shared.map(([zone, names]) => `${zone} (${names.join(", ")})`))}; the areas stand on the levels ${levels.join(", ")}, and their people must not be added up across these`,
      fix: "Put each zone into one area, or keep in mind that the areas share people.",
    },
  ];
}

/** What of the areas that are usually meant, the partnerships, is covered, and what lies across several of them. */
function held(places: Places, areas: readonly DrawnArea[], file: string): Issue[] {
  const { meant } = places.parts;
  if (meant === undefined) return [];
  const parents = places.lookUp(places.levels[0]!, meant).parents;
  const covered = new Set(areas.flatMap(({ zones }) => zones));
  const touched = new Set([...covered].flatMap((zone) => parents.get(zone) ?? []));
  const partly = [...touched].flatMap((code): Issue[] => {
    const all = places.baseAreas(code);
    const left = all.filter((zone) => !covered.has(zone));
    if (left.length === 0) return [];
    return [
      {
        code: "zones-not-covered",
        severity: "note",
        file,
        message: `${left.length} of the ${all.length} data zones of ${places.area(code).name} lie in none of the areas: ${some(left)}`,
        fix: `If the areas are to make up the whole ${meant}, give these zones an area.`,
      },
    ];
  });
  const across = areas.flatMap(({ name, zones }) => {
    const of = new Set(zones.map((zone) => parents.get(zone)));
    const names = [...of].map((code) => (code === undefined ? `no ${meant}` : places.area(code).name));
    return of.size < 2 ? [] : [`${name} (${names.join(", ")})`];
  });
  if (across.length === 0) return partly;
  return [
    ...partly,
    {
      code: "area-across-several",
      severity: "note",
      file,
      message: `${across.length} of ${areas.length} areas lie across several areas of level ${meant}, and are compared only with what holds them whole: ${some(across)}`,
      fix: "Draw an area for each, if their figures are wanted apart.",
    },
  ];
}

function some(items: readonly string[]): string {
  return items.slice(0, 3).join(", ") + (items.length > 3 ? ` and ${items.length - 3} more` : "");
}
