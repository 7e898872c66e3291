// How many people of each age will a partnership and its localities have in 20 years?
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const partnership = places.find("Dumfries and Galloway").code;
const isHere = (code: string) => places.parent(code, "partnership")?.code === partnership;

// The partnership's projection is published. Each locality keeps the share of it, by sex and age, that it had in 2021.
const series = await data.table("population-projections-partnership", pn.populationByYear);
const published = pn.keep(series, { area: partnership, period: ({ label }) => label === "2023" || label === "2043" });
const zones = await data.table("population-small-area-2021", pn.smallAreaPopulation);
const localities = pn.withoutKey(pn.keep(pn.rollUp(zones, places, ["locality"]), { area: isHere }), "level");
const modelled = pn.localityProjection(localities, published, places.lookUp("locality", "partnership"));

const bands = pn.ageBands(0, 16, 65, 75, 85);
const people = pn.sumOver(pn.stack(pn.into(published, bands), pn.into(modelled, bands)), "sex");
const changes = Array.from(pn.change(people, { from: 2023, to: 2043 })).sort((a, b) => a.area.localeCompare(b.area));
for (const { area, age, before, after, percentage } of changes) {
  const figures = [before, after].map((figure) => figure?.toFixed(0).padStart(6)).join(" → ");
  console.log(`${places.area(area).name.padEnd(24)} ${age.label.padEnd(6)} ${figures} (${percentage?.toFixed(0)}%)`);
}
