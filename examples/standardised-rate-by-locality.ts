// Allowing for age, in which locality do most older people receive home care? January to March 2021.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const localities = new Set(pn.localitiesOf(places, "S37000006").map(({ code }) => code));

// The publisher rounds clients to 5, so the last digits of a rate mean nothing.
const homeCare = pn.schema({
  ...{ partnership: pn.label("partnership"), area: pn.label("locality"), name: pn.label("locality_name") },
  ...{ quarter: pn.period("quarter"), age: pn.age("age", { totals: ["All Ages"] }), clients: pn.count("people") },
});
const published = pn.sumOver(await data.table("social-care-home-care-locality", homeCare), "partnership", "name");
