import {
  type Age,
  atBest,
  createTable,
  fromInputs,
  type Issue,
  into,
  keyColumn,
  type LookUp,
  type Missing,
  measureColumn,
  missingAt,
  type Period,
  type Provenance,
  type Sex,
  sourcesOf,
  withStep,
} from "@popneeds/core";
import { localityBands } from "./locality-bands.ts";
import { localityCells, sharedOut } from "./locality-cells.ts";
import { onePeriod, refuseOtherKeys, refuseUnknown } from "./locality-projection-faults.ts";
import type { People } from "./people.ts";

/**
 * The people that localities will have if each keeps its share of its partnership's people of each sex and age.
 *
 * For each sex s, band of ages a and year t, a locality l of partnership p gets P(p, s, a, t) × L(l, s, a) ÷ Σ L(·, s, a):
 * P is the projection of the partnership and L the small-area count. That is the same as letting each cell of the locality
 * grow as its partnership's does, and then scaling the localities to add up to it.
 *
 * Localities add up to their partnership exactly, for every sex, age and year: cells are kept to 2⁻²⁰ of a person and
 * shared out by largest remainder, so that sums are free of rounding. People are not rounded to whole ones here; round what
 * is printed.
 *
 * What it leaves out: localities that grow or age otherwise than their partnership. Take changes from within this series,
 * and set them against the latest estimate; its level is that of the projection, not of the small-area count, which may be
 * of another edition (the step names both).
 *
 * - A cell in which no locality has anybody, though people are projected: shared out by the people of that age of both
 *   sexes, then by all people of the sex; an issue says so.
 * - A missing count makes the cell of every locality of the partnership `incomplete`; a missing projection passes its reason.
 * - Partnerships that the look-up gives no localities are left out.
 *
 * @param smallArea     people of localities, of one period, by sex and age
 * @param projection    people of partnerships by year, sex and age, of one series
 * @param partnershipOf from localities to partnerships
 * @param options       `bands`: bands of ages, which must not cut through ages of either table; default `localityBands`
 * @returns people by area (locality), period, sex and age, of class `modelled`
 * @throws PopneedsError `one-period` when small-area counts are of several periods
 * @throws PopneedsError `unknown-area` when a locality has no partnership, or its partnership no projection
 * @throws PopneedsError `age-outside-bands` when bands cut through an age; `unknown-key` when there is a further key
 *
 * Source: share-of-stratum apportionment, the constant-share method of small-area projection (Smith SK, Tayman J, Swanson
 * DA. A Practitioner's Guide to State and Local Population Projections, 2013, ch. 8).
 *
 * @example
 * localityProjection(keep(rolled, { level: "locality" }), projections, places.lookUp("locality", "partnership"))
 */
export function localityProjection(
  smallArea: People,
  projection: People,
  partnershipOf: LookUp,
  { bands = localityBands }: { readonly bands?: readonly Age[] } = {},
): People {
  refuseOtherKeys(smallArea, "the small-area counts");
  refuseOtherKeys(projection, "the projection");
  const base = onePeriod(smallArea);
  refuseUnknown(smallArea, projection, partnershipOf);
  const cells = localityCells(into(smallArea, bands), partnershipOf);
  const projected = into(projection, bands);

  const rows: { area: string[]; period: Period[]; sex: Sex[]; age: Age[]; people: (number | Missing)[] } = {
    area: [],
    period: [],
    sex: [],
    age: [],
    people: [],
  };
  const borrowed = new Set<string>();
  const { area, period, sex, age } = projected.keys;
  for (let i = 0; i < projected.length; i++) {
    const partnership = area.values[area.codes[i]!]!;
    const localities = cells.localities.get(partnership);
    if (!localities) continue;
    const at = { partnership, sex: sex.values[sex.codes[i]!]!, age: age.values[age.codes[i]!]! };
    const missing = missingAt(projected.measures.people, i);
    const parts = missing ?? sharedOut(projected.measures.people.values[i]!, at, cells, borrowed);
    for (const [l, locality] of localities.entries()) {
      rows.area.push(locality);
      rows.period.push(period.values[period.codes[i]!]!);
      rows.sex.push(at.sex);
      rows.age.push(at.age);
      rows.people.push(typeof parts === "string" ? parts : parts[l]!);
    }
  }
  return createTable({
    keys: {
      area: keyColumn(rows.area),
      period: keyColumn(rows.period),
      sex: keyColumn(rows.sex),
      age: keyColumn(rows.age),
    },
    measures: { people: measureColumn("count", rows.people) },
    issues: [...smallArea.issues, ...projection.issues, ...borrowedIssues(borrowed)],
    provenance: modelled(smallArea.provenance, projection.provenance, partnershipOf, base, bands),
  });
}

function borrowedIssues(cells: ReadonlySet<string>): Issue[] {
  if (cells.size === 0) return [];
  const some = [...cells].slice(0, 3).join("; ") + (cells.size > 3 ? " …" : "");
  return [
    {
      code: "empty-cells-shared-out",
      severity: "note",
      message: `${cells.size} cells have projected people though no locality had anybody; shared out by both sexes, or by all ages: ${some}`,
      fix: "Use wider bands of ages if these cells matter.",
    },
  ];
}

function modelled(
  smallArea: Provenance,
  projection: Provenance,
  { edition, provenance }: LookUp,
  base: Period,
  bands: readonly Age[],
): Provenance {
  const editions = (of: Provenance) => {
    const first = sourcesOf(of)[0];
    return first ? ` (${first.edition})` : "";
  };
  const step = [
    `each locality keeps the share of its partnership that it had in ${base.label}${editions(smallArea)}, by sex and ages ${bands.map((band) => band.label).join(", ")}`,
    `of the partnership's projection${editions(projection)}, to which the localities (${edition}) add up exactly`,
    "take changes from within this series: its level is the projection's, not that of the small-area count or of a later estimate",
  ].join("; ");
  return atBest(withStep(fromInputs([smallArea, projection, provenance]), step), "modelled");
}
