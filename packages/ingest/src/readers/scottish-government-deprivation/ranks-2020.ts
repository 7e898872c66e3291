import { area, figure } from "../../field.ts";
import { schema } from "../../schema.ts";
import { deprivationReader } from "./deprivation-reader.ts";

const domains = ["Income", "Employment", "Health", "Education", "Housing", "Access", "Crime"];
const score = (header: string) => figure("score", header);

/** Overall and domain ranks and deciles of the index of 2020 by data zone of 2011; 1 is the most deprived. */
export const deprivationRanks2020 = schema({
  area: area("dz11_code"),
  rank: score("IMD_rank"),
  decile: score("IMD_decile"),
  incomeRank: score("Income_rank"),
  incomeDecile: score("Income_decile"),
  employmentRank: score("Employment_rank"),
  employmentDecile: score("Employment_decile"),
  healthRank: score("Health_rank"),
  healthDecile: score("Health_decile"),
  educationRank: score("Education_rank"),
  educationDecile: score("Education_decile"),
  housingRank: score("Housing_rank"),
  housingDecile: score("Housing_decile"),
  accessRank: score("Access_rank"),
  accessDecile: score("Access_decile"),
  crimeRank: score("Crime_rank"),
  crimeDecile: score("Crime_decile"),
});

/**
 * The Scottish Index of Multiple Deprivation (SIMD) of 2020 by data zone, as it is passed on: overall rank and decile, and those of its seven domains.
 *
 * Deciles are tenths of the zones, not of the people. Ranks of domains may be tied, `4563.5`. Overall ranks with gaps, and deciles that do not
 * follow from ranks, are warnings.
 */
export const deprivationRanks2020Reader = deprivationReader({
  name: "simd-2020-ranks",
  title: "Scottish Index of Multiple Deprivation 2020, ranks and deciles by data zone",
  edition: "SIMD 2020",
  schema: deprivationRanks2020,
  rank: "IMD_rank",
  groups: {
    IMD_rank: ["IMD_decile"],
    ...Object.fromEntries(domains.map((domain) => [`${domain}_rank`, [`${domain}_decile`]])),
  },
});
