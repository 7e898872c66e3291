import { cancerIncidence } from "./cancer-incidence.ts";
import { councilProfiles } from "./council-profiles.ts";
import { deathsByCause } from "./deaths-by-cause.ts";
import { deprivationGroups } from "./deprivation-groups.ts";
import { deprivationGroupsByArea } from "./deprivation-groups-by-area.ts";
import { drugDeaths } from "./drug-deaths.ts";
import { lifeExpectancyChanges } from "./life-expectancy-changes.ts";
import { localBenchmarks } from "./local-benchmarks.ts";
import { populationSeries } from "./population-series.ts";
import type { PublishedFile } from "./published-file.ts";
import { singleYearLifeTables } from "./single-year-life-tables.ts";
import { standardisationTemplate } from "./standardisation-template.ts";

/** Every published file whose own figures we compute anew, in the order in which docs/correct.md lists them. */
export const publishedFiles: readonly PublishedFile[] = [
  cancerIncidence,
  standardisationTemplate,
  councilProfiles,
  localBenchmarks,
  deprivationGroups,
  deprivationGroupsByArea,
  ...deathsByCause,
  lifeExpectancyChanges,
  singleYearLifeTables,
  drugDeaths,
  ...populationSeries,
];
