import type { Reader } from "../../published/reader.ts";
import { phsAreaNamesReader } from "./area-names.ts";
import { phsBedsReader } from "./beds.ts";
import { boardPopulationReader } from "./board-population.ts";
import { phsCancerReader } from "./cancer.ts";
import { phsCancerWaitingTimesReader } from "./cancer-waiting-times.ts";
import { phsCareHomeAgeSexReader } from "./care-home-age-sex.ts";
import { phsCareHomeEmergenciesReader } from "./care-home-emergencies.ts";
import { phsCareHomeTrendReader } from "./care-home-trend.ts";
import { phsCompletedWaitsReader } from "./completed-waits.ts";
import { costBookReader } from "./cost-book.ts";
import { phsCouncilCodesReader } from "./council-codes.ts";
import { phsCovidAdmissionsByEthnicityReader } from "./covid-admissions-by-ethnicity.ts";
import { phsCovidDailyBoardsReader } from "./covid-daily-boards.ts";
import { phsDataZoneCodesReader } from "./data-zone-codes.ts";
import { dataZonePopulationReader } from "./data-zone-population.ts";
import { phsDelayedDischargeReader } from "./delayed-discharge.ts";
import { delayedDischargeByCouncilReader } from "./delayed-discharge-council.ts";
import { phsDeprivationIndexReader } from "./deprivation-index.ts";
import { phsEmergencyDepartmentsReader } from "./emergency-departments.ts";
import { phsHealthBoardCodesReader } from "./health-board-codes.ts";
import { phsCareAtHomeReader, phsHomeCareReader } from "./home-care.ts";
import { phsHomeCareDeprivationReader } from "./home-care-deprivation.ts";
import { phsHomeCareLocalitiesReader } from "./home-care-localities.ts";
import { phsHospitalLocationsReader } from "./hospital-locations.ts";
import { phsInpatientsAndDayCasesReader } from "./inpatients-and-day-cases.ts";
import { phsLocalityCodesReader } from "./locality-codes.ts";
import { phsOpenDataReader } from "./open-data.ts";
import { openDataCatalogueReader } from "./open-data-catalogue.ts";
import { phsPeopleSupportedReader } from "./people-supported.ts";
import { phsPopulationReader } from "./population.ts";
import { practiceListsReader } from "./practice-lists.ts";
import { phsSelfDirectedSupportReader } from "./self-directed-support.ts";
import { phsStatisticalQualifiersReader } from "./statistical-qualifiers.ts";
import { phsWeeklyAdmissionsReader } from "./weekly-admissions.ts";

/** Every reader of Public Health Scotland's open data and dashboards. */
export const publicHealthScotlandReaders: readonly Reader[] = Object.freeze([
  phsAreaNamesReader,
  phsBedsReader,
  boardPopulationReader,
  phsCancerReader,
  phsCancerWaitingTimesReader,
  phsCareHomeAgeSexReader,
  phsCareHomeEmergenciesReader,
  phsCareHomeTrendReader,
  phsCompletedWaitsReader,
  costBookReader,
  phsCouncilCodesReader,
  phsCovidAdmissionsByEthnicityReader,
  phsCovidDailyBoardsReader,
  phsDataZoneCodesReader,
  dataZonePopulationReader,
  phsDelayedDischargeReader,
  delayedDischargeByCouncilReader,
  phsDeprivationIndexReader,
  phsEmergencyDepartmentsReader,
  phsHealthBoardCodesReader,
  phsCareAtHomeReader,
  phsHomeCareReader,
  phsHomeCareDeprivationReader,
  phsHomeCareLocalitiesReader,
  phsHospitalLocationsReader,
  phsInpatientsAndDayCasesReader,
  phsLocalityCodesReader,
  phsOpenDataReader,
  openDataCatalogueReader,
  phsPeopleSupportedReader,
  phsPopulationReader,
  practiceListsReader,
  phsSelfDirectedSupportReader,
  phsStatisticalQualifiersReader,
  phsWeeklyAdmissionsReader,
]);
