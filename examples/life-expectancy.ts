// How long might people expect to live, by sex, and how sure is that? Scotland, from deaths and person-years of each age.
import * as pn from "popneeds";

const data = await pn.openData("datasets");
const deaths = pn.sumOver(await data.table("mortality-deaths-by-cause", pn.deathsByCause), "cause");
const exposed = pn.over(deaths, await data.table("mortality-deaths-person-years", pn.personYears));

for (const at of [0, 65])
  for (const { period, sex, value, lower, upper } of pn.lifeExpectancy(exposed, { at }))
    console.log(
      `${period.label} ${sex.padEnd(6)} at ${at}: ${value?.toFixed(2)} years (${lower?.toFixed(2)} to ${upper?.toFixed(2)})`,
    );
