// How are YLL, YLD, DALY, HALE and attributable burden worked out, for a country and its districts? For a SYNTHETIC country.
import * as pn from "popneeds";
import { heading, limits, line, to } from "./print.ts";
import { syntheticCountry } from "./synthetic-country.ts";

const given = await syntheticCountry();
const data = await pn.openData("datasets");
const reference = (await pn.referenceLifeTables(data)).get("uk-nlt-2016-18")!;
const standard = (await pn.standardPopulations(data)).get("esp2013")!;
const seed = 2026;
const of = (year: string) => ({ period: ({ label }: pn.Period) => label === year });
console.log("SYNTHETIC: people, deaths, prevalence, weights and risks are made up, of no place.");
console.log("In brackets the class of figures: the least firm of all that they were made from.");

// 1. Deaths of an ill-defined cause go to likely causes, in proportion to the deaths of the same year, district, sex and age.
const packages = [{ name: "ill-defined", from: ["ill-defined"], to: ["heart disease", "dementia", "lung cancer"] }];
const { deaths: moved, moves } = pn.redistributeDeaths(given.deaths, packages);
heading("1. Where deaths of an ill-defined cause go", moves);
for (const row of moves) if (row.fromCause === "ill-defined") line(row.toCause, to(1, row.deaths));
for (const [name, table] of Object.entries({ "all deaths before": given.deaths, "all deaths after": moved }))
  for (const row of pn.sumOver(table, "period", "area", "sex", "age", "cause")) line(name, to(1, row.deaths));

// 2. Years of life lost (YLL), against a life table that comes with the library.
const deaths = pn.keep(moved, { cause: (cause) => cause !== "ill-defined" });
const [people, died] = [pn.keep(given.people, of("2020")), pn.keep(deaths, of("2020"))];
const [nation, diedInAll] = [pn.sumOver(people, "area"), pn.sumOver(died, "area")];
const lost = pn.yearsOfLifeLost(diedInAll, reference);
heading(`2. Years of life lost in 2020, by the ${reference.name}`, lost);
for (const row of pn.sumOver(lost, "sex", "age")) line(row.cause, to(0, row.years));

// 3. Years lived with disability (YLD): cases × severities × weights. People who have two conditions lose less than both.
const prevalence = pn.only(given.prevalence, "share");
const { weights, severities } = given;
const cases = pn.casesFromShares(prevalence, nation);
const added = pn.yearsLivedWithDisability(cases, weights, { severities });
const lived = pn.sharedYearsLived(pn.over(cases, nation), weights, { severities });
heading(
  "3. Years lived with disability in 2020, weights added and as they are shared by people with several conditions",
  lived,
);
for (const [name, table] of Object.entries({ added, shared: lived }))
  for (const row of pn.sumOver(table, "sex", "age", "cause")) line(name, to(0, row.years));

// 4. Disability-adjusted life years (DALY). Years are no counts: no limits of counts are put on them.
const dalys = pn.disabilityAdjustedLifeYears(lost, lived);
const burden = pn.over(pn.only(dalys, "years"), nation);
const [crude, standardised] = [[...pn.burdenRate(burden)], [...pn.burdenRate(burden, { standard })]];
heading(`4. DALYs by cause; per 100,000, crude and standardised to the ${standard.name}`, dalys);
line("", "YLL", "YLD", "DALY", "crude", "by age");
for (const [i, row] of [...pn.sumOver(dalys, "sex", "age")].entries())
  line(row.cause, ...[row.lost, row.lived, row.years, crude[i]!.value, standardised[i]!.value].map((x) => to(0, x)));

// 5. Limits and ranks from 1,000 draws of deaths, prevalence and weights.
const drawnDeaths = pn.drawsOf(diedInAll, "poisson", { seed });
const drawnLost = pn.yearsOfLifeLostDraws(drawnDeaths, reference);
const drawnShares = pn.drawsOf(given.prevalence, "beta", { seed });
const drawnCases = pn.weighDraws(drawnShares, nation, { kind: "count", step: "people × share who have each cause" });
const drawnWeights = pn.drawsOf(weights, "beta", { seed });
const drawnLived = pn.sharedYearsLivedDraws(drawnCases, nation, drawnWeights, { severities });
const drawn = pn.sumDraws(pn.disabilityAdjustedLifeYearsDraws(drawnLost, drawnLived), "sex", "age");
const intervals = [...pn.summariseDraws(drawn)];
const ranks = pn.rankDraws(pn.sumOver(pn.only(dalys, "years"), "sex", "age"), drawn);
heading("5. Ranks by DALYs, and DALYs, with 95% limits from draws", ranks);
for (const [i, row] of [...ranks].entries()) {
  const { mean, lower, upper } = intervals[i]!;
  line(row.cause, to(0, row.rank), limits(0, row.lower, row.upper), to(0, mean), limits(0, lower, upper));
}

// 6. Health-adjusted life expectancy (HALE). Limits hold the chance in deaths alone.
const [allDeaths, allLived] = [pn.sumOver(diedInAll, "cause"), pn.sumOver(lived, "cause")];
const hale = pn.healthAdjustedLifeExpectancy(pn.over(allDeaths, nation), pn.over(allLived, nation));
const drawnHale = pn.healthAdjustedLifeExpectancyDraws(pn.drawsOf(allDeaths, "gamma", { seed }), allLived, nation);
const haleLimits = [...pn.summariseDraws(drawnHale)];
heading("6. Years expected at birth, and those worth in full health", hale);
for (const [i, row] of [...hale].entries())
  line(
    row.sex,
    to(1, row.lifeExpectancy),
    to(1, row.healthAdjusted),
    limits(1, haleLimits[i]!.lower, haleLimits[i]!.upper),
  );

// 7. What goes with smoking, by relative risks of death, and so of years of life lost alone.
const fractions = pn.attributableFractions(given.smoking, pn.only(given.risks, "relativeRisk"));
const attributable = pn.sumOver(pn.attributableBurden(lost, fractions), "sex", "age");
const drawnSmoking = pn.drawsOf(given.smoking, "dirichlet", { seed, split: { over: "exposure", cases: 4000 } });
const drawnFractions = pn.attributableFractionsDraws(drawnSmoking, pn.drawsOf(given.risks, "log-normal", { seed }));
const partLimits = [
  ...pn.summariseDraws(pn.sumDraws(pn.attributableBurdenDraws(drawnLost, drawnFractions), "sex", "age")),
];
heading("7. Smoking: fractions attributable to it, and years of life lost with 95% limits", attributable);
for (const row of fractions) line(`${row.cause}, ${row.sex}`, to(3, row.fraction));
for (const [i, row] of [...attributable].entries())
  line(row.cause, to(0, row.attributable), limits(0, partLimits[i]!.lower, partLimits[i]!.upper));

// 8. Districts: national rates at their people, made to add up to totals of regions, then blended with deaths observed there.
const inRegion = (district: string) => given.regionOf.parents.get(district)!;
const districtLost = pn.yearsOfLifeLost(died, reference);
const regionDeaths = pn.recode(pn.sumOver(died, "sex", "age"), "area", inRegion, "districts summed into regions");
const regionLost = pn.recode(pn.sumOver(districtLost, "sex", "age"), "area", inRegion, "districts summed into regions");
const benchmark = { of: given.regionOf };
const expected = pn.localBurden(pn.over(diedInAll, nation), people, {
  benchmark: { ...benchmark, totals: regionDeaths },
});
const expectedLost = pn.localBurden(pn.over(lost, nation), people, { benchmark: { ...benchmark, totals: regionLost } });
const blend = pn.blendWithObserved(
  pn.sumOver(pn.only(expected, "burden"), "sex", "age", "cause"),
  pn.sumOver(died, "sex", "age", "cause"),
  { yearsLost: pn.sumOver(pn.only(expectedLost, "burden"), "sex", "age", "cause") },
);
const casesThere = pn.over(pn.casesFromShares(prevalence, people), people);
const livedThere = [...pn.sumOver(pn.sharedYearsLived(casesThere, weights, { severities }), "sex", "age", "cause")];
heading(
  "8. Deaths modelled and observed; % of the blend that is modelled; YLD, all modelled; YLL blended, 95% limits",
  blend,
);
line("", "model", "seen", "% model", "YLD", "YLL");
for (const [i, row] of [...blend].entries()) {
  const figures = [row.modelled, row.observed, row.modelledShare, livedThere[i]!.years, row.value].map((x) => to(0, x));
  line(row.area, ...figures, limits(0, row.lower, row.upper));
}

// 9. Inequality of years lost over fifths of deprivation, 1 the most deprived, by age-standardised rates.
const how = { what: "fifth of deprivation", provenance: given.fifthOf.provenance };
const fifth = (district: string) => given.fifthOf.parents.get(district);
const [lostByFifth, diedByFifth] = [
  pn.sumOver(pn.withKeyFrom(districtLost, "fifth", "area", fifth, how), "area", "cause"),
  pn.sumOver(pn.withKeyFrom(died, "fifth", "area", fifth, how), "area", "cause"),
];
const peopleByFifth = pn.sumOver(pn.withKeyFrom(people, "fifth", "area", fifth, how), "area");
const options = { by: "fifth", standard, deaths: diedByFifth } as const;
const inequality = pn.burdenInequality(pn.over(lostByFifth, peopleByFifth), options);
heading("9. Inequality of years of life lost, per 100,000, with 95% limits", inequality);
for (const row of inequality) {
  line("slope index", to(0, row.slope), limits(0, row.slopeLower, row.slopeUpper));
  line("slope ÷ mean", to(2, row.slopeOverMean), limits(2, row.slopeOverMeanLower, row.slopeOverMeanUpper));
  line(
    "% with deprivation",
    to(0, row.attributableShare),
    limits(0, row.attributableShareLower, row.attributableShareUpper),
  );
}

// 10. Why years lost changed: more people, older people, other rates at each age.
const rates = pn.over(pn.yearsOfLifeLost(pn.sumOver(deaths, "area"), reference), pn.sumOver(given.people, "area"));
const change = pn.burdenDrivers(pn.keep(rates, of("2010")), pn.keep(rates, of("2020")));
heading("10. Years of life lost in 2010, and what took them to those of 2020", change);
line("", "2010", "growth", "ageing", "rates", "2020");
for (const row of change)
  line(row.cause, ...[row.first, row.growth, row.ageing, row.rate, row.second].map((x) => to(0, x)));
