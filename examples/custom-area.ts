// Who lives in an area of my own making? Stranraer as a list of 13 data zones, beside its partnership.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const dataZones = Array.from({ length: 13 }, (_, i) => `S0100${7481 + i}`); // S01007481 to S01007493
const stranraer = pn.customArea(places, { code: "stranraer", name: "Stranraer", dataZones });

const zones = pn.sumOver(await data.table("population-small-area-2021", pn.smallAreaPopulation), "sex", "period");
const { rows } = await data.records("deprivation-simd-2020v2", ["data_zone", "quintile"]);
const fifths = new Map(rows.map((row) => [row.data_zone, row.quintile]));
const byFifth = pn.withKeyFrom(zones, "fifth", "area", (zone) => fifths.get(zone), { what: "deprivation fifth" });
const all = pn.rollUp(byFifth, places, [stranraer, "partnership"]);
const within = pn.keep(all, { area: (code) => code === "stranraer" || code === "S37000006" });

const everybody = pn.sumOver(within, "age", "fifth");
const older = pn.share(pn.sumOver(pn.keep(within, { age: ({ from }) => from >= 65 }), "age", "fifth"), everybody);
const deprived = pn.share(pn.sumOver(pn.keep(within, { fifth: "1" }), "age", "fifth"), everybody);
for (const [who, share] of Object.entries({ "aged 65 and over": older, "in the most deprived fifth": deprived }))
  for (const { level, events, population, value } of share)
    console.log(`${level.padEnd(12)} ${who.padEnd(26)} ${events} of ${population} people: ${value?.toFixed(1)}%`);
