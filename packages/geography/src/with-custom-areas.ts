import { fromInputs, type Issue, type LookUp, PopneedsError, type Provenance, type Source } from "@popneeds/core";
import { addressPart } from "./address-part.ts";
import type { Area } from "./area.ts";
import { createPlaces } from "./create-places.ts";
import { type DrawnArea, drawnAreas } from "./drawn-areas.ts";
import { issuesOfDrawnAreas } from "./issues-of-drawn-areas.ts";
import { lookUpFromRecords } from "./look-up-from-records.ts";
import type { Places } from "./places.ts";

/** A look-up of one's own: rows with `data_zone`, `area` and, if wanted, `name`; the file they were read from, if any. */
export interface CustomAreaRecords {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly source?: Source;
}

export interface CustomAreasOptions {
  /** What the level of the areas is called; default `custom`. */
  readonly level?: string;
}

/**
 * The geography with areas of the analyst's own making, found by name or code, rolled up to, compared and profiled as any
 * other.
 *
 * `data_zone` holds the code of a data zone, or of a larger area, which stands for all the zones in it. `area` is the area's
 * code, of letters, digits, points and hyphens, the first a letter or digit; other text is made into one as in an address, and
 * is the name where no `name` is given. Rows with a blank `area` are left out.
 *
 * An area of one's own is compared with what holds it whole, and another that it holds whole is compared with it: give a
 * larger area than the one profiled to have a comparator of one's own.
 *
 * The areas of one level never share a zone, so that they can be added up. Areas that overlap are put on levels of their own,
 * `custom`, `custom-2` …, and an issue names the zones. `places.issues` also says which zones were listed twice, which
 * partnerships are covered in part, and which areas lie across several.
 *
 * @param places  a geography
 * @param records rows such as those of `readRecords("my-areas.csv", ["data_zone", "area"])`, or typed in
 * @param options `level`: the name of the new level
 * @returns new places; the given ones stay as they are
 * @throws PopneedsError `unknown-data-zone` when a code is that of no area; those of another edition are converted first
 * @throws PopneedsError `no-data-zones` when no row names an area
 * @throws PopneedsError `duplicate-area` when a code stands for another area already, or for two of the areas
 * @throws PopneedsError `level-exists` when there is a level of this name
 *
 * @example
 * const own = withCustomAreas(places, await readRecords("my-areas.csv", ["data_zone", "area"]));
 * rollUp(people, own, ["custom", "partnership"])
 */
export function withCustomAreas(
  places: Places,
  { rows, source }: CustomAreaRecords,
  { level = "custom" }: CustomAreasOptions = {},
): Places {
  const { parts } = places;
  const file = source?.file ?? "the list of areas";
  const drawn = drawnAreas(places, rows, file);
  const layers = withoutOverlap(drawn);
  const levels = layers.map((_, i) => (i === 0 ? level : `${level}-${i + 1}`));
  refuseLevels(places, levels);
  const at = Math.max(1, parts.meant === undefined ? parts.levels.length : parts.levels.indexOf(parts.meant));
  return createPlaces({
    ...parts,
    levels: [...parts.levels.slice(0, at), ...levels, ...parts.levels.slice(at)],
    customLevels: [...(parts.customLevels ?? []), ...levels],
    comparators: [...(parts.comparators ?? []), ...levels],
    areas: [...parts.areas, ...layers.flatMap((layer, i) => areasOf(layer, levels[i]!))],
    links: [
      ...parts.links,
      ...layers.map((layer, i) => ({
        from: parts.levels[0]!,
        lookUp: lookUpOf(layer, levels[i]!, file, source),
      })),
    ],
    issues: [...places.issues, ...issuesOfDrawnAreas(places, drawn, { file, levels })] satisfies readonly Issue[],
  });
}

/** The areas in as many layers as are needed for none to share a zone with another of its layer; in the order given. */
function withoutOverlap(areas: readonly DrawnArea[]): readonly (readonly DrawnArea[])[] {
  const layers: { readonly areas: DrawnArea[]; readonly zones: Set<string> }[] = [];
  for (const area of areas) {
    const free = layers.find(({ zones }) => !area.zones.some((zone) => zones.has(zone)));
    if (free === undefined) layers.push({ areas: [area], zones: new Set(area.zones) });
    else {
      free.areas.push(area);
      for (const zone of area.zones) free.zones.add(zone);
    }
  }
  return layers.map(({ areas: held }) => held);
}

function areasOf(layer: readonly DrawnArea[], level: string): Area[] {
  const uses = new Map<string, number>();
  for (const { name } of layer) uses.set(addressPart(name), (uses.get(addressPart(name)) ?? 0) + 1);
  return layer.map(({ code, name }) => {
    const address = addressPart(name);
    return Object.freeze({ code, level, name, address: uses.get(address) === 1 && address !== "" ? address : code });
  });
}

function lookUpOf(layer: readonly DrawnArea[], level: string, file: string, source: Source | undefined): LookUp {
  const pairs = layer.flatMap(({ code, zones }) => zones.map((zone) => ({ zone, code })));
  if (source) return lookUpFromRecords({ rows: pairs, source }, { child: "zone", parent: "code", level });
  const typedIn: Provenance = fromInputs([], `areas drawn by the analyst: ${layer.map(({ name }) => name).join(", ")}`);
  return Object.freeze({
    level,
    parents: new Map(pairs.map(({ zone, code }) => [zone, code])),
    edition: file,
    provenance: typedIn,
  });
}

function refuseLevels(places: Places, levels: readonly string[]): void {
  const taken = levels.find(
    (level) => places.levels.includes(level) || Object.hasOwn(places.parts.levelNames ?? {}, level),
  );
  if (taken !== undefined)
    throw new PopneedsError({
      code: "level-exists",
      message: `withCustomAreas: there is a level "${taken}" already`,
      fix: 'Choose another name: { level: "cluster" }.',
    });
}
