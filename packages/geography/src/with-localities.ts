import { PopneedsError } from "@popneeds/core";
import type { Records } from "@popneeds/ingest";
import { addressPart } from "./address-part.ts";
import type { Area } from "./area.ts";
import { createPlaces } from "./create-places.ts";
import { lookUpFromRecords } from "./look-up-from-records.ts";
import type { Places } from "./places.ts";

/**
 * The geography with localities from a look-up of one's own, for partnerships that have none or have redrawn theirs.
 *
 * The look-up must give a locality to every data zone of each partnership that it touches, so that localities add up to
 * their partnership; it takes the place of the localities that these partnerships had.
 *
 * @param records rows with `data_zone`, `locality` (a code) and, if wanted, `name`
 * @returns new places; the given ones stay as they are
 * @throws PopneedsError `unknown-data-zone` when a code is no data zone
 * @throws PopneedsError `duplicate-key` when a data zone stands in two rows
 * @throws PopneedsError `straddling-locality` when a locality lies in two partnerships
 * @throws PopneedsError `incomplete-localities` when data zones of a partnership have no locality
 * @throws PopneedsError `duplicate-area` when a locality's code stands for another area already
 */
export function withLocalities(places: Places, records: Pick<Records, "rows" | "source">): Places {
  const base = places.levels[0]!;
  const { file, edition } = records.source;
  const own = lookUpFromRecords(records, { child: "data_zone", parent: "locality", level: "locality" });
  const zones = new Set(places.areasAt(base).map(({ code }) => code));
  refuse("unknown-data-zone", `${file}: every data_zone must be a ${base} of the geography`, [
    ...[...own.parents.keys()].filter((zone) => !zones.has(zone)),
  ]);
  const partnershipOf = places.lookUp(base, "partnership").parents;
  const holders = new Map<string, Set<string>>();
  for (const [zone, locality] of own.parents)
    holders.set(locality, (holders.get(locality) ?? new Set()).add(partnershipOf.get(zone) ?? "none"));
  refuse("straddling-locality", `${file}: a locality lies in one partnership`, [
    ...[...holders]
      .filter(([, held]) => held.size > 1)
      .map(([locality, held]) => `${locality}  ${[...held].join(", ")}`),
  ]);
  const touched = new Set([...holders.values()].flatMap((held) => [...held]));
  refuse("incomplete-localities", `${file}: every data zone of a partnership needs a locality`, [
    ...[...touched].flatMap((code) => places.baseAreas(code)).filter((zone) => !own.parents.has(zone)),
  ]);

  const replaced = new Set([...touched].flatMap((code) => places.children(code, "locality").map((area) => area.code)));
  const before = places.lookUp(base, "locality");
  const kept = [...before.parents].filter(([, locality]) => !replaced.has(locality));
  const names = new Map(records.rows.map((row) => [row["locality"]!, row["name"] || row["locality"]!]));
  const localities = [...holders].map(([code, held]): Area => {
    const name = names.get(code)!;
    return { code, level: "locality", name, address: `${places.area([...held][0]!).address}/${addressPart(name)}` };
  });
  return createPlaces({
    ...places.parts,
    areas: [...places.parts.areas.filter(({ code }) => !replaced.has(code)), ...localities],
    links: [
      ...places.parts.links.filter(({ lookUp }) => lookUp.level !== "locality"),
      {
        from: base,
        lookUp: {
          level: "locality",
          parents: new Map([...kept, ...own.parents]),
          edition: kept.length === 0 ? edition : `${before.edition}; ${edition}`,
          provenance:
            kept.length === 0
              ? own.provenance
              : { source: null, inputs: [before.provenance, own.provenance], steps: [], evidence: "observed" },
        },
      },
    ],
    namedOnly: (places.parts.namedOnly ?? []).filter(({ within }) => !touched.has(within)),
  });
}

function refuse(code: string, must: string, astray: readonly string[]): void {
  if (astray.length > 0)
    throw new PopneedsError({
      code,
      message: `${must}; ${astray.length} fail:`,
      where: astray,
      fix: "Correct the look-up, then read it again.",
    });
}
