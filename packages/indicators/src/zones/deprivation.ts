import { type Period, sumOver, type Table, withKeyFrom } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { deprivationIndex, type smallAreaPopulation, type TableOf } from "@popneeds/ingest";
import { share } from "@popneeds/methods";
import type { Estimate } from "../estimate.ts";
import { estimatesOf } from "../estimates-of.ts";
import { type Indicator, indicator } from "../indicator.ts";
import { input } from "../input.ts";
import { rolledUpLevels } from "../levels.ts";
import { onceFor } from "../once-for.ts";
import { onlyCounting } from "../only-counting.ts";
import type { Setting } from "../setting.ts";
import { withinAreas } from "../within-areas.ts";
import { smallAreas } from "./small-area-people.ts";

const deprivation = input("deprivation-simd-2020v2", deprivationIndex);

type ByQuintile = Table<
  { readonly area: string; readonly level: string; readonly period: Period; readonly quintile: string },
  { readonly people: "count" }
>;

/** The share of people who live in one fifth of Scotland's data zones by deprivation. */
export function deprivationShare({
  id,
  title,
  subject,
  quintile,
  better,
}: {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  /** 1 is the most deprived. */
  readonly quintile: "1" | "5";
  readonly better: Indicator["better"];
}): Indicator<{ readonly smallAreas: typeof smallAreas; readonly deprivation: typeof deprivation }> {
  return indicator({
    id,
    title,
    domain: "Wider determinants",
    subject,
    meaning: `People of mid-2021 who live in data zones of the ${quintile === "1" ? "most" : "least"} deprived fifth of Scotland by the Scottish Index of Multiple Deprivation 2020v2; fifths hold equal numbers of people.`,
    unit: "%",
    counts: "people",
    per: 100,
    better,
    certainty: "full count",
    decimals: 1,
    caveats: [
      "It describes places, not people: in rural areas most deprived people live outside the most deprived data zones.",
      "The index is of 2020 and its data mostly of 2017; the people are those of mid-2021.",
    ],
    inputs: { smallAreas, deprivation },
    compute(tables, setting): readonly Estimate[] {
      const byQuintile = peopleByQuintile(tables, setting);
      const part = sumOver(
        onlyCounting(byQuintile, "quintile", (fifth) => fifth === quintile),
        "quintile",
      );
      return estimatesOf(share(part, sumOver(byQuintile, "quintile")), {
        method: "share of a full count, so no limits",
      });
    },
  });
}

const peopleByQuintile = onceFor(
  (
    tables: {
      readonly smallAreas: TableOf<(typeof smallAreaPopulation)["fields"]>;
      readonly deprivation: TableOf<(typeof deprivationIndex)["fields"]>;
    },
    setting: Setting,
  ): ByQuintile => {
    const of = new Map(Array.from(tables.deprivation, (row) => [row.area, row.quintile]));
    const zones = sumOver(tables.smallAreas, "age", "sex");
    const tagged = withKeyFrom(zones, "quintile", "area", (area) => of.get(area), {
      what: "the deprivation fifth of each data zone",
      provenance: tables.deprivation.provenance,
    });
    return withinAreas(rollUp(tagged, setting.places, rolledUpLevels(setting)), setting);
  },
  (tables) => tables.smallAreas,
);
