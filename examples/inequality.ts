// How much more often are people limited by a long-term condition where deprivation is greatest? Census 2022, by fifth.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const { rows } = await data.records("deprivation-simd-2020v2", ["data_zone", "quintile"]);
const fifths = new Map(rows.map((row) => [row.data_zone, row.quintile]));
const zones = await data.table("census-limiting-conditions-2022", pn.censusLimitingConditions);
const byFifth = pn.withKeyFrom(zones, "fifth", "area", (zone) => fifths.get(zone), { what: "deprivation fifth" });
const all = pn.rollUp(byFifth, places, ["partnership", "country"]);
const here = pn.keep(all, { area: (code) => code === "S37000006" || code === "S92000003" });
const limited = pn.share(pn.only(here, "limitedALot"), pn.only(here, "people"));

for (const { area, absolute, ratio } of pn.slopeIndex(limited, { by: "fifth", direction: "first minus last" }))
  console.log(`${places.area(area).name}: slope index ${absolute?.toFixed(1)} points, ratio ${ratio?.toFixed(2)}`);
for (const { area, absolute, attributable } of pn.inequalityGap(limited, { by: "fifth" })) {
  const gap = `${absolute?.toFixed(1)} points between the most and the least deprived fifth`;
  console.log(`${places.area(area).name}: ${gap}; ${attributable?.toFixed(0)}% would go if all were as the latter`);
}
