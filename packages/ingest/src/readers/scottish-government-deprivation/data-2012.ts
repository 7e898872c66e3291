import { area, count, figure, type MeasureOptions } from "../../field.ts";
import { schema } from "../../schema.ts";
import { deprivationReader } from "./deprivation-reader.ts";

const written: MeasureOptions = { thousands: ",", marks: { "": "not available", "*": "suppressed" } };
const people = (header: string) => count(header, written);
const score = (header: string) => figure("score", header, written);
const percentage = (header: string) => figure("percentage", header, written);

/** The index of 2012 by data zone of 2001: people, domain rates, scores and ranks, and the groups that follow from the overall rank. */
export const deprivationData2012 = schema({
  area: area("Data Zone"),
  people: people("Total Population (SAPE 2010)"),
  peopleOfWorkingAge: people("Best-fit Working Age Population** (men 16-64, women 16-60 SAPE 2010)"),
  score: score("Overall SIMD 2012 Score"),
  rank: score("Overall SIMD 2012 Rank"),
  incomeDeprivedPercentage: percentage("Income domain 2012 rate (%)"),
  incomeDeprived: people("Number of Income Deprived People 2012"),
  incomeRank: score("Income domain 2012 rank"),
  employmentDeprivedPercentage: percentage("Employment domain 2012 rate (%)"),
  employmentDeprived: people("Number of Employment Deprived People 2012"),
  employmentRank: score("Employment domain 2012 rank"),
  healthScore: score("Health domain 2012 score"),
  healthRank: score("Health domain 2012 rank"),
  educationScore: score("Education, Skills and Training domain 2012 score"),
  educationRank: score("Education, Skills and Training domain 2012 rank"),
  housingScore: score("Housing domain score 2004, 2006, 2009 & 2012"),
  housingRank: score("Housing domain rank 2004, 2006, 2009 & 2012"),
  accessScore: score("Geographic Access domain 2012 score"),
  accessRank: score("Geographic Access domain 2012 rank"),
  crimeScore: score("SIMD Crime 2012 score"),
  crimeRank: score("SIMD Crime 2012 rank"),
  decile: score("Decile"),
  quintile: score("Quintile"),
  vigintile: score("Vigintile"),
});

/**
 * The Scottish Government's data of the Scottish Index of Multiple Deprivation (SIMD) of 2012, by data zone of 2001, saved as CSV with
 * the groups that follow from the overall rank.
 *
 * Numbers have thousands separators, headers have commas and asterisks, and some forty empty columns follow. 1 is the most deprived rank and group;
 * numbers of deprived people are rounded to 5. Crime scores are blank where few crimes were recorded: not available. Codes and names of councils and the nearest settlement are not read.
 * Ranks with gaps, and groups that do not follow from them, are warnings.
 */
export const deprivationData2012Reader = deprivationReader({
  name: "simd-2012-data",
  title: "Scottish Index of Multiple Deprivation 2012, by data zone of 2001",
  edition: "SIMD 2012",
  schema: deprivationData2012,
  rank: "Overall SIMD 2012 Rank",
  groups: { "Overall SIMD 2012 Rank": ["Decile", "Quintile", "Vigintile"] },
  unread: ["Local Authority Code", "Local Authority Name", "Intermediate Geography name", "Nearest settlement*"],
});
