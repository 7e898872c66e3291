import type { Reader } from "../published/reader.ts";
import { boundariesReader } from "./boundaries/boundaries.ts";
import { mortalityDatabaseReader } from "./human-mortality-database/mortality-database.ts";
import { benchmarksReader } from "./improvement-service/benchmarks.ts";
import { burdenOfDiseaseReader } from "./institute-for-health-metrics/burden-of-disease.ts";
import { ourWorldInDataReader } from "./institute-for-health-metrics/our-world-in-data.ts";
import { referenceLifeTableReader } from "./institute-for-health-metrics/reference-life-table.ts";
import { communityPartnershipsReader } from "./look-ups/community-partnerships.ts";
import { dataZoneAreasReader } from "./look-ups/data-zone-areas.ts";
import { dataZonePairsReader } from "./look-ups/data-zones-2001-2011.ts";
import { homelessnessRatesReader } from "./look-ups/homelessness-rates.ts";
import { planningRegionsReader } from "./look-ups/planning-regions.ts";
import { urbanRuralReader } from "./look-ups/urban-rural.ts";
import { deathAndCensusReaders } from "./national-records-of-scotland/death-and-census-readers.ts";
import { populationFileReaders } from "./national-records-of-scotland/population-file-readers.ts";
import { nomisReader } from "./nomis/observations.ts";
import { lifeExpectancyProjectionsReader } from "./office-for-national-statistics/life-expectancy-projections.ts";
import { lifeTablesReader } from "./office-for-national-statistics/life-tables.ts";
import { standardisedRateTemplateReader } from "./office-for-national-statistics/standardised-rate-template.ts";
import { portalAnswersReader } from "./portal-answers/portal-answers.ts";
import { publicHealthScotlandReaders } from "./public-health-scotland/public-health-scotland-readers.ts";
import { scotphoAreasReader } from "./scotpho/area-dictionary.ts";
import { scotphoIndicatorFilesReader } from "./scotpho/indicator-files.ts";
import { scotphoProfilesReader } from "./scotpho/profiles.ts";
import { scotphoComparatorReader } from "./scotpho/profiles-with-comparator.ts";
import { scotphoTechnicalDocumentReader } from "./scotpho/technical-document.ts";
import { deathsByCauseAndAgeReader } from "./scotpho-workshop/deaths-by-cause-and-age.ts";
import { inequalityByEthnicityReader } from "./scotpho-workshop/inequality-by-ethnicity.ts";
import { lifeExpectancyDecompositionReader } from "./scotpho-workshop/life-expectancy-decomposition.ts";
import { workshopDeathsReader } from "./scotpho-workshop/workshop-deaths.ts";
import { burdenInRowsReader } from "./scottish-burden-of-disease/burden-in-rows.ts";
import { burdenWorkbookReader } from "./scottish-burden-of-disease/burden-workbook.ts";
import { deprivationData2012Reader } from "./scottish-government-deprivation/data-2012.ts";
import { deprivationIndicators2016Reader } from "./scottish-government-deprivation/indicators-2016.ts";
import { deprivationIndicators2020Reader } from "./scottish-government-deprivation/indicators-2020.ts";
import { deprivationRanks2020Reader } from "./scottish-government-deprivation/ranks-2020.ts";
import { statisticsGovScotCatalogueReader } from "./statistics-gov-scot/catalogue.ts";
import { cityDeathsReader } from "./statistics-gov-scot/city-deaths.ts";
import { statisticsGovScotReader } from "./statistics-gov-scot/cube.ts";
import { referenceAreaReader } from "./statistics-gov-scot/reference-area.ts";
import { healthEstimatesReader } from "./world-health-organization/health-estimates.ts";
import { observatoryReader } from "./world-health-organization/observatory.ts";

/** Every reader that comes with popneeds, by publisher. */
export const readers: readonly Reader[] = Object.freeze([
  boundariesReader,
  mortalityDatabaseReader,
  benchmarksReader,
  burdenOfDiseaseReader,
  ourWorldInDataReader,
  referenceLifeTableReader,
  communityPartnershipsReader,
  dataZoneAreasReader,
  dataZonePairsReader,
  homelessnessRatesReader,
  planningRegionsReader,
  urbanRuralReader,
  nomisReader,
  lifeExpectancyProjectionsReader,
  lifeTablesReader,
  standardisedRateTemplateReader,
  portalAnswersReader,
  deathsByCauseAndAgeReader,
  inequalityByEthnicityReader,
  workshopDeathsReader,
  scotphoAreasReader,
  lifeExpectancyDecompositionReader,
  scotphoComparatorReader,
  scotphoIndicatorFilesReader,
  scotphoProfilesReader,
  scotphoTechnicalDocumentReader,
  burdenInRowsReader,
  burdenWorkbookReader,
  deprivationData2012Reader,
  deprivationIndicators2016Reader,
  deprivationIndicators2020Reader,
  deprivationRanks2020Reader,
  statisticsGovScotCatalogueReader,
  cityDeathsReader,
  statisticsGovScotReader,
  referenceAreaReader,
  healthEstimatesReader,
  observatoryReader,
  ...deathAndCensusReaders,
  ...populationFileReaders,
  ...publicHealthScotlandReaders,
]);
