export { phsAreaNames } from "./area-names.ts";
export { phsBeds } from "./beds.ts";
export { boardPopulation } from "./board-population.ts";
export { phsCancerByAge } from "./cancer.ts";
export { phsCancerWaitingTimes } from "./cancer-waiting-times.ts";
export { phsCareHomeAgeSex } from "./care-home-age-sex.ts";
export { phsCareHomeEmergencies } from "./care-home-emergencies.ts";
export { phsCareHomeTrend } from "./care-home-trend.ts";
export { phsCompletedWaits } from "./completed-waits.ts";
export { phsCouncilCodes } from "./council-codes.ts";
export { phsCovidAdmissionsByEthnicity } from "./covid-admissions-by-ethnicity.ts";
export { phsCovidDailyBoards } from "./covid-daily-boards.ts";
export { phsDataZoneCodes } from "./data-zone-codes.ts";
export { dataZonePopulation } from "./data-zone-population.ts";
export { phsDelayedDischarge } from "./delayed-discharge.ts";
export { delayedDischargeByCouncil } from "./delayed-discharge-council.ts";
export { phsDeprivationIndex } from "./deprivation-index.ts";
export { phsEmergencyDepartments } from "./emergency-departments.ts";
export { phsHealthBoardCodes } from "./health-board-codes.ts";
export { phsHomeCare } from "./home-care.ts";
export { phsHomeCareDeprivation } from "./home-care-deprivation.ts";
export { phsHomeCareLocalities } from "./home-care-localities.ts";
export { phsHospitalLocations } from "./hospital-locations.ts";
export { phsInpatientsAndDayCases } from "./inpatients-and-day-cases.ts";
export { phsLocalityCodes } from "./locality-codes.ts";
export { openDataCatalogue } from "./open-data-catalogue.ts";
export { phsPeopleSupported } from "./people-supported.ts";
export { phsPopulation } from "./population.ts";
export { practiceLists } from "./practice-lists.ts";
export { phsSelfDirectedSupport } from "./self-directed-support.ts";
export { phsStatisticalQualifiers } from "./statistical-qualifiers.ts";
export {
  phsWeeklyAdmissionsByAgeAndSex,
  phsWeeklyAdmissionsByDeprivation,
} from "./weekly-admissions.ts";
