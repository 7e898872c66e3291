import { changeInExpectedYearsOfLifeLost } from "./catalogue/burden-of-disease/change-in-expected-years-of-life-lost.ts";
import { changeInYearsOfLifeLost } from "./catalogue/burden-of-disease/change-in-years-of-life-lost.ts";
import { disabilityAdjustedLifeYears } from "./catalogue/burden-of-disease/disability-adjusted-life-years.ts";
import { expectedCancers } from "./catalogue/burden-of-disease/expected-cancers.ts";
import { expectedYearsOfLifeLost } from "./catalogue/burden-of-disease/expected-years-of-life-lost.ts";
import { lifeExpectancyChange } from "./catalogue/burden-of-disease/life-expectancy-change.ts";
import { lifeExpectancyGapBetweenSexes } from "./catalogue/burden-of-disease/life-expectancy-gap-between-sexes.ts";
import { reductionToStandStill } from "./catalogue/burden-of-disease/reduction-to-stand-still.ts";
import { shareOfYearsOfLifeLost } from "./catalogue/burden-of-disease/share-of-years-of-life-lost.ts";
import { yearsLivedWithDisability } from "./catalogue/burden-of-disease/years-lived-with-disability.ts";
import { yearsOfLifeLost } from "./catalogue/burden-of-disease/years-of-life-lost.ts";
import { yearsOfLifeLostByAge } from "./catalogue/burden-of-disease/years-of-life-lost-by-age.ts";
import { yearsOfLifeLostRank } from "./catalogue/burden-of-disease/years-of-life-lost-rank.ts";
import { breastfedAt6To8Weeks } from "./catalogue/children-and-young-people/breastfed-at-6-to-8-weeks.ts";
import { developmentalConcerns } from "./catalogue/children-and-young-people/developmental-concerns.ts";
import { healthyBirthWeight } from "./catalogue/children-and-young-people/healthy-birth-weight.ts";
import { measlesMumpsRubellaImmunisation } from "./catalogue/children-and-young-people/measles-mumps-rubella-immunisation.ts";
import { smokingInPregnancy } from "./catalogue/children-and-young-people/smoking-in-pregnancy.ts";
import { dependencyRatio } from "./catalogue/demography/dependency-ratio.ts";
import { ethnicMinority } from "./catalogue/demography/ethnic-minority.ts";
import { population } from "./catalogue/demography/population.ts";
import { populationAged0To15 } from "./catalogue/demography/population-aged-0-to-15.ts";
import { populationAged65AndOver } from "./catalogue/demography/population-aged-65-and-over.ts";
import { populationAged75AndOver } from "./catalogue/demography/population-aged-75-and-over.ts";
import { populationAged85AndOver } from "./catalogue/demography/population-aged-85-and-over.ts";
import { populationChange } from "./catalogue/demography/population-change.ts";
import { populationEstimate } from "./catalogue/demography/population-estimate.ts";
import { populationProjection } from "./catalogue/demography/population-projection.ts";
import { populationStructure } from "./catalogue/demography/population-structure.ts";
import { projectedPopulationChange } from "./catalogue/demography/projected-population-change.ts";
import { ruralPopulation } from "./catalogue/demography/rural-population.ts";
import { dyingInHospital } from "./catalogue/end-of-life/dying-in-hospital.ts";
import { alcoholAdmissions } from "./catalogue/lifestyle-and-risk-factors/alcohol-admissions.ts";
import { alcoholDeaths } from "./catalogue/lifestyle-and-risk-factors/alcohol-deaths.ts";
import { drugDeathRate } from "./catalogue/lifestyle-and-risk-factors/drug-death-rate.ts";
import { cancerIncidence } from "./catalogue/long-term-conditions/cancer-incidence.ts";
import { chronicObstructivePulmonaryDiseaseHospitalisations } from "./catalogue/long-term-conditions/chronic-obstructive-pulmonary-disease-hospitalisations.ts";
import { coronaryHeartDiseaseHospitalisations } from "./catalogue/long-term-conditions/coronary-heart-disease-hospitalisations.ts";
import { limitingLongTermConditions } from "./catalogue/long-term-conditions/limiting-long-term-conditions.ts";
import { medicinesForAnxietyDepressionPsychosis } from "./catalogue/mental-health/medicines-for-anxiety-depression-psychosis.ts";
import { psychiatricHospitalisations } from "./catalogue/mental-health/psychiatric-hospitalisations.ts";
import { deathRateByCause } from "./catalogue/mortality-and-life-expectancy/death-rate-by-cause.ts";
import { inequalityInMortality } from "./catalogue/mortality-and-life-expectancy/inequality-in-mortality.ts";
import { lifeExpectancyAtBirth } from "./catalogue/mortality-and-life-expectancy/life-expectancy-at-birth.ts";
import { prematureMortality } from "./catalogue/mortality-and-life-expectancy/premature-mortality.ts";
import { standardisedMortalityRatio } from "./catalogue/mortality-and-life-expectancy/standardised-mortality-ratio.ts";
import { suicide } from "./catalogue/mortality-and-life-expectancy/suicide.ts";
import { bowelScreening } from "./catalogue/prevention/bowel-screening.ts";
import { careHomeResidents } from "./catalogue/social-care/care-home-residents.ts";
import { homeCare } from "./catalogue/social-care/home-care.ts";
import { homeCareByLocality } from "./catalogue/social-care/home-care-by-locality.ts";
import { intensiveCareAtHome } from "./catalogue/social-care/intensive-care-at-home.ts";
import { delayedBedDays } from "./catalogue/unscheduled-care/delayed-bed-days.ts";
import { emergencyAdmissions } from "./catalogue/unscheduled-care/emergency-admissions.ts";
import { multipleEmergencyAdmissions } from "./catalogue/unscheduled-care/multiple-emergency-admissions.ts";
import { employmentDeprived } from "./catalogue/wider-determinants/employment-deprived.ts";
import { incomeDeprived } from "./catalogue/wider-determinants/income-deprived.ts";
import { leastDeprivedFifth } from "./catalogue/wider-determinants/least-deprived-fifth.ts";
import { mostDeprivedFifth } from "./catalogue/wider-determinants/most-deprived-fifth.ts";
import type { Indicator } from "./indicator.ts";

/** Every indicator, in the order in which a needs assessment takes them. */
export const catalogue: readonly Indicator[] = [
  population,
  populationEstimate,
  populationChange,
  populationAged0To15,
  populationAged65AndOver,
  populationAged75AndOver,
  populationAged85AndOver,
  dependencyRatio,
  populationStructure,
  populationProjection,
  projectedPopulationChange,
  ethnicMinority,
  ruralPopulation,
  mostDeprivedFifth,
  leastDeprivedFifth,
  incomeDeprived,
  employmentDeprived,
  smokingInPregnancy,
  healthyBirthWeight,
  breastfedAt6To8Weeks,
  measlesMumpsRubellaImmunisation,
  developmentalConcerns,
  drugDeathRate,
  alcoholAdmissions,
  alcoholDeaths,
  bowelScreening,
  lifeExpectancyAtBirth,
  prematureMortality,
  standardisedMortalityRatio,
  inequalityInMortality,
  suicide,
  deathRateByCause,
  limitingLongTermConditions,
  cancerIncidence,
  coronaryHeartDiseaseHospitalisations,
  chronicObstructivePulmonaryDiseaseHospitalisations,
  medicinesForAnxietyDepressionPsychosis,
  psychiatricHospitalisations,
  emergencyAdmissions,
  multipleEmergencyAdmissions,
  delayedBedDays,
  homeCare,
  homeCareByLocality,
  careHomeResidents,
  intensiveCareAtHome,
  dyingInHospital,
  yearsOfLifeLost,
  shareOfYearsOfLifeLost,
  yearsOfLifeLostRank,
  yearsOfLifeLostByAge,
  changeInYearsOfLifeLost,
  yearsLivedWithDisability,
  disabilityAdjustedLifeYears,
  lifeExpectancyGapBetweenSexes,
  lifeExpectancyChange,
  expectedYearsOfLifeLost,
  changeInExpectedYearsOfLifeLost,
  reductionToStandStill,
  expectedCancers,
] as unknown as readonly Indicator[];
