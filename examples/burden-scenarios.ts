// How many years of life will be lost here in 2043 if rates of death go on falling, or fewer people die before 75? With limits.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const within = [places.lookUp("locality", "partnership")] as const;
const at = (...labels: readonly string[]) => ({ period: ({ label }: pn.Period) => labels.includes(label) });
const bands = pn.evenAgeBands({ by: 5, to: 90 });
const zones = pn.rollUp(await data.table("population-small-area-2021", pn.smallAreaPopulation), places, ["locality"]);
const here = pn.keep(zones, { area: (code) => within[0].parents.get(code) === "S37000006" });
const series = pn.keep(await data.table("population-projections-partnership", pn.populationByYear), at("2023", "2043"));
const people = pn.into(pn.localityProjection(pn.withoutKey(here, "level"), series, within[0]), bands);
const causes = await data.table("mortality-deaths-by-cause", pn.deathsByCause);
const deaths = pn.keep(pn.sumOver(causes, "cause"), at("2015-2017"));
const years = pn.yearsOfLifeLost(deaths, (await pn.referenceLifeTables(data)).get("uk-nlt-2016-18")!);
const rates = pn.into(pn.over(years, await data.table("mortality-deaths-person-years", pn.personYears)), bands);
const fall = { value: -1, lower: -1.5, upper: -0.5 }; // assumption: % a year from 2016 on, each year 0.95 of the last
const trend = pn.tableFromRows([fall], { value: "percentage", lower: "limit", upper: "limit" });
const early = { fraction: 0.2, of: { age: ({ to }: pn.Age) => to <= 75 }, from: 2025, duration: 10, lag: 5 };
const ways = { held: {}, "assumed trend": { trend }, "assumed gain": { reductions: [{ name: "assumed", ...early }] } };
for (const [way, options] of Object.entries(ways))
  for (const row of pn.projectedBurdenLimits(rates, pn.into(deaths, bands), people, { within, seed: 2026, ...options }))
    if (row.part === "burden" && row.period.label === "2043")
      console.log(way, ...[row.value, row.lower, row.upper].map((one) => one?.toFixed(0)), places.area(row.area).name);
