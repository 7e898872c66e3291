import { fromSource, sumOver, withKeyFrom } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import type { DataFolder } from "@popneeds/ingest";
import { share } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { rolledUpLevels } from "../../levels.ts";
import { onlyCounting } from "../../only-counting.ts";
import { withinAreas } from "../../within-areas.ts";
import { smallAreas } from "../../zones/small-area-people.ts";

const classes = {
  name: "geography-urban-rural-2020",
  load: (data: DataFolder) => data.records("geography-urban-rural-2020", ["data_zone", "threefold"]),
};

/** The share of people who live in rural areas, accessible or remote. */
export const ruralPopulation = indicator({
  id: "rural-population",
  title: "People who live in rural areas",
  domain: "Demography",
  subject: "the share of people who live in rural areas",
  meaning:
    "People of mid-2021 in data zones classed as accessible rural or remote rural (settlements of fewer than 3,000 people) by the Urban Rural Classification 2020, among all people.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: ["Remote means more than a 30-minute drive from a settlement of 10,000 people or more."],
  inputs: { smallAreas, classes },
  compute(tables, setting) {
    const of = new Map(tables.classes.rows.map((row) => [row["data_zone"]!, row["threefold"]!]));
    const tagged = withKeyFrom(sumOver(tables.smallAreas, "age", "sex"), "setting", "area", (zone) => of.get(zone), {
      what: "the urban or rural class of each data zone",
      provenance: fromSource(tables.classes.source),
    });
    const rolled = withinAreas(rollUp(tagged, setting.places, rolledUpLevels(setting)), setting);
    const rural = sumOver(
      onlyCounting(rolled, "setting", (threefold) => threefold !== "1"),
      "setting",
    );
    return estimatesOf(share(rural, sumOver(rolled, "setting")), { method: "share of a full count, so no limits" });
  },
});
