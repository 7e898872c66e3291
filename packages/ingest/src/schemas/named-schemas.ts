import type { Schema } from "../schema.ts";
import { burdenOfDisease } from "./burden.ts";
import { cancerIncidence } from "./cancer.ts";
import { censusEthnicGroup, censusLimitingConditions } from "./census.ts";
import { councilProfiles } from "./council-profiles.ts";
import { deprivationIndex, zoneMortality } from "./deprivation.ts";
import { delayedDischarge, emergencyAdmissions } from "./hospital.ts";
import {
  deathRatesByCause,
  deathsByCause,
  drugDeathRates,
  drugDeaths,
  personYears,
  publishedLifeExpectancy,
} from "./mortality.ts";
import { populationByYear, smallAreaPopulation } from "./population.ts";
import { careHomeResidents, homeCare, homeCareByLocality } from "./social-care.ts";

/** Schemas by the name under which `popneeds check --schema` takes them. */
export const namedSchemas: Readonly<Record<string, Schema>> = Object.freeze({
  "burden-of-disease": burdenOfDisease,
  "cancer-incidence": cancerIncidence,
  "care-home-residents": careHomeResidents,
  "census-ethnic-group": censusEthnicGroup,
  "census-limiting-conditions": censusLimitingConditions,
  "council-profiles": councilProfiles,
  "death-rates-by-cause": deathRatesByCause,
  "deaths-by-cause": deathsByCause,
  "delayed-discharge": delayedDischarge,
  "deprivation-index": deprivationIndex,
  "drug-death-rates": drugDeathRates,
  "drug-deaths": drugDeaths,
  "emergency-admissions": emergencyAdmissions,
  "home-care": homeCare,
  "home-care-by-locality": homeCareByLocality,
  "life-expectancy": publishedLifeExpectancy,
  "person-years": personYears,
  "population-by-year": populationByYear,
  "small-area-population": smallAreaPopulation,
  "zone-mortality": zoneMortality,
});
