// How many years of life will be lost here in 2043 at today's rates of death, why, and how far must rates fall to stand still?
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const partnershipOf = places.lookUp("locality", "partnership");
const at = (...labels: readonly string[]) => ({ period: ({ label }: pn.Period) => labels.includes(label) });
const bands = pn.evenAgeBands({ by: 5, to: 90 });
const zones = pn.rollUp(await data.table("population-small-area-2021", pn.smallAreaPopulation), places, ["locality"]);
const here = pn.keep(zones, { area: (code) => partnershipOf.parents.get(code) === "S37000006" });
const series = pn.keep(await data.table("population-projections-partnership", pn.populationByYear), at("2023", "2043"));
const people = pn.into(pn.localityProjection(pn.withoutKey(here, "level"), series, partnershipOf), bands);
const deaths = pn.keep(await data.table("mortality-deaths-by-cause", pn.deathsByCause), at("2015-2017"));
const years = pn.yearsOfLifeLost(deaths, (await pn.referenceLifeTables(data)).get("uk-nlt-2016-18")!);
const rates = pn.into(pn.over(years, await data.table("mortality-deaths-person-years", pn.personYears)), bands);
// Modelled: Scotland's rates at the people of each locality. The partnership is the sum of its localities, drivers too.
const then = pn.keep(pn.sumOver(pn.projectedBurden(rates, people, { within: [partnershipOf] }), "cause"), at("2043"));
const row = (area: string, digits: number, ...figures: readonly (number | null)[]) =>
  console.log(places.area(area).name.padEnd(22), ...figures.map((figure) => figure?.toFixed(digits).padStart(7)));
console.log("Years lost in a year      2023  growth  ageing   rates    2043");
for (const { area, start, growth, ageing, rate, burden } of then) row(area, 0, start, growth, ageing, rate, burden);
console.log("Rates must fall by 2043, in %, for no more years to be lost than in 2023");
for (const { area, reduction } of pn.reductionToStandStill(then)) row(area, 1, reduction);
