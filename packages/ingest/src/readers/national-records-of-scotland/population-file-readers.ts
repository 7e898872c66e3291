import type { Reader } from "../../published/reader.ts";
import { householdEstimatesReader } from "./household-estimates.ts";
import { householdProjectionReader } from "./household-projection.ts";
import { midYearPopulationReader } from "./mid-year-population.ts";
import { flatMidYearPopulationReader } from "./mid-year-population-flat.ts";
import { populationProjectionReader } from "./population-projection.ts";
import { areaProjectionReader } from "./population-projection-areas.ts";
import { populationProjectionTextReader } from "./population-projection-text.ts";
import { smallAreaPopulationReader } from "./small-area-population.ts";
import { smallAreaPopulationWithBannersReader } from "./small-area-population-with-banners.ts";

/** The readers of National Records of Scotland's files of population and households. */
export const populationFileReaders: readonly Reader[] = Object.freeze([
  householdEstimatesReader,
  householdProjectionReader,
  midYearPopulationReader,
  flatMidYearPopulationReader,
  populationProjectionReader,
  areaProjectionReader,
  populationProjectionTextReader,
  smallAreaPopulationReader,
  smallAreaPopulationWithBannersReader,
]);
