import { alcoholAndDrugPartnershipTable } from "./alcohol-and-drug-partnerships.ts";
import { aliasTable } from "./aliases.ts";
import { areaHistoryTable } from "./area-history.ts";
import { areaTable } from "./areas.ts";
import { cancerIncidenceTable } from "./cancer-incidence.ts";
import { careHomeTable } from "./care-homes.ts";
import type { DataTable } from "./data-table.ts";
import { deathRatesByCauseTable } from "./death-rates-by-cause.ts";
import { deathsByCauseTables } from "./deaths-by-cause.ts";
import { delayedDischargeTable } from "./delayed-discharge.ts";
import { deprivationTable } from "./deprivation.ts";
import { drugDeathTables } from "./drug-deaths.ts";
import { earlierCodesTable } from "./earlier-codes.ts";
import { emergencyAdmissionsTable } from "./emergency-admissions.ts";
import { ethnicGroupTable } from "./ethnic-group.ts";
import { readHierarchy } from "./hierarchy.ts";
import { hierarchyTables } from "./hierarchy-tables.ts";
import { homeCareTables } from "./home-care.ts";
import { homeCareLocalityTable } from "./home-care-locality.ts";
import { lifeExpectancyTable } from "./life-expectancy.ts";
import { limitingConditionsTable } from "./limiting-conditions.ts";
import { localityTables, readLocalities } from "./localities.ts";
import { populationSeriesTables } from "./population-series.ts";
import type { RawFiles } from "./raw-files.ts";
import { referenceLifeTable } from "./reference-life-tables.ts";
import { readRegions, regionTable } from "./regions.ts";
import { scotphoCouncilTable } from "./scotpho-council.ts";
import { smallAreaPopulationTable } from "./small-area-population.ts";
import { standardPopulationTable } from "./standard-populations.ts";
import { urbanRuralTable } from "./urban-rural.ts";
import { zoneMortalityTable } from "./zone-mortality.ts";

/** Every table, made and checked, nothing written. */
export function allTables(raw: RawFiles): DataTable[] {
  const hierarchy = readHierarchy(raw);
  const localities = readLocalities(raw, hierarchy);
  const regions = readRegions(raw, hierarchy);
  const history = areaHistoryTable(raw);
  return [
    areaTable(hierarchy, localities, regions),
    aliasTable(raw, hierarchy, localities, regions),
    history,
    earlierCodesTable(raw, hierarchy, history),
    alcoholAndDrugPartnershipTable(raw, hierarchy),
    ...hierarchyTables(hierarchy),
    ...localityTables(raw, hierarchy, localities),
    regionTable(regions),
    urbanRuralTable(raw, hierarchy),
    smallAreaPopulationTable(raw, hierarchy),
    ...populationSeriesTables(raw, hierarchy),
    standardPopulationTable(raw),
    referenceLifeTable(raw),
    deprivationTable(raw, hierarchy),
    zoneMortalityTable(raw, hierarchy),
    ethnicGroupTable(raw, hierarchy),
    limitingConditionsTable(raw, hierarchy),
    ...deathsByCauseTables(raw),
    deathRatesByCauseTable(raw),
    ...drugDeathTables(raw, hierarchy),
    lifeExpectancyTable(raw, hierarchy),
    scotphoCouncilTable(raw, hierarchy),
    cancerIncidenceTable(raw),
    homeCareLocalityTable(raw, hierarchy, localities),
    ...homeCareTables(raw, hierarchy),
    careHomeTable(raw, hierarchy),
    delayedDischargeTable(raw, hierarchy),
    emergencyAdmissionsTable(raw, hierarchy),
  ];
}
