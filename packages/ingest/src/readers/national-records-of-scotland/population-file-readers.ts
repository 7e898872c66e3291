import type { Reader } from "../../published/reader.ts";
import { midYearPopulationReader } from "./mid-year-population.ts";
import { smallAreaPopulationReader } from "./small-area-population.ts";
import { smallAreaPopulationWithBannersReader } from "./small-area-population-with-banners.ts";

/** The readers of National Records of Scotland's files of population and households. */
export const populationFileReaders: readonly Reader[] = Object.freeze([
  midYearPopulationReader,
  smallAreaPopulationReader,
  smallAreaPopulationWithBannersReader,
]);
