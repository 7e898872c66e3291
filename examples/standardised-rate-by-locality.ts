// Allowing for age, in which locality do most people aged 65 and over receive home care? Early 2021, per 1,000 people.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const isHere = (code: string) => code !== "" && places.parent(code, "partnership")?.code === "S37000006";
const homeCare = pn.schema({
  area: pn.label("locality"), // blank for clients whose locality is not known
  name: pn.category("locality_name"),
  council: pn.category("council"),
  period: pn.period("quarter"),
  age: pn.age("age", { totals: ["All Ages"] }),
  clients: pn.count("people", { marks: { "": "not available" } }), // rounded to 5 by the publisher
});
const published = await data.table("social-care-home-care-locality", homeCare);
const now = pn.keep(published, { area: isHere, period: ({ label }) => label === "2020/21 Q4" });
const older = pn.keep(pn.sumOver(now, "name", "council", "period"), { age: ({ from }) => from >= 65 });
const zones = pn.sumOver(await data.table("population-small-area-2021", pn.smallAreaPopulation), "sex", "period");
const residents = pn.keep(pn.rollUp(zones, places, ["locality"]), { area: isHere, age: ({ from }) => from >= 65 });
const people = pn.into(pn.withoutKey(residents, "level"), pn.ageBands(65, 75, 85));
for (const { area, value, lower, upper } of pn.directRate(pn.over(older, people), pn.esp2013, { per: 1000 }))
  console.log(
    `${places.area(area).name.padEnd(24)} ${value?.toFixed(1)} (${lower?.toFixed(1)} to ${upper?.toFixed(1)})`,
  );
