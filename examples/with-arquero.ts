// Of the localities whose data zones are known, which ten have the largest share of people aged 75 and over, mid-2021?
import { toArquero } from "@popneeds/arquero";
import * as aq from "arquero";
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const zones = pn.sumOver(await data.table("population-small-area-2021", pn.smallAreaPopulation), "sex", "period");
const people = pn.rollUp(zones, places, ["locality"]);
const older = pn.sumOver(pn.keep(people, { age: ({ from }) => from >= 75 }), "age");
const share = pn.share(older, pn.sumOver(people, "age"));

toArquero(share)
  .derive({
    locality: aq.escape((row: { area: string }) => places.area(row.area).name),
    partnership: aq.escape((row: { area: string }) => places.parent(row.area, "partnership")?.name),
  })
  .orderby(aq.desc("value"))
  .select("locality", "partnership", { events: "aged 75+", population: "people", value: "%" })
  .print({ limit: 10 });
