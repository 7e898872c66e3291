// In which councils did more or fewer people die of drug misuse than chance explains? 2019 to 2023, at each council's size.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const years = { period: ({ label }: pn.Period) => label >= "2019" && label <= "2023" };
const registered = pn.keep(await data.table("mortality-drug-deaths", pn.drugDeaths), { level: "council", ...years });
const deaths = pn.withoutKey(registered, "level");
const series = pn.keep(await data.table("population-estimates-council", pn.populationByYear), years);
const five = pn.pool(pn.over(deaths, pn.sumOver(series, "sex", "age")), { years: 5 });

const { areas, groups } = pn.rateFunnel(five, { dispersion: "additive" });
for (const { areas: count, phi } of groups)
  console.log(`${count} councils vary ${phi?.toFixed(1)} times as much as chance`);
for (const { area, value, signal } of areas)
  if (signal !== 0)
    console.log(`${places.area(area).name.padEnd(20)} ${value?.toFixed(1)} ${pn.signalInWords(signal ?? 0)}`);

const ranks = new Map(Array.from(pn.ranks(pn.crudeRate(five), { first: "highest" }), (row) => [row.area, row]));
for (const { area, value } of pn.smoothedRate(five)) {
  const { lower = null, upper = null } = ranks.get(area) ?? {};
  if (lower === 1)
    console.log(`${places.area(area).name.padEnd(20)} ${value?.toFixed(1)} smoothed, rank 1 to ${upper}`);
}
