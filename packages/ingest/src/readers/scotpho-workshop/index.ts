export { deathsAndPersonYears, deathsByCauseAndAge } from "./deaths-by-cause-and-age.ts";
export { inequalityByEthnicity, ratesByEthnicityAndQuintile } from "./inequality-by-ethnicity.ts";
export { lifeExpectancyDecomposition } from "./life-expectancy-decomposition.ts";
export { workshopDeaths } from "./workshop-deaths.ts";
