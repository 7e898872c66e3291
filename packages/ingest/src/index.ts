export { type BirthOptions, birthDateOfChiNumber, type ChiBirth } from "./birth-date-of-chi-number.ts";
export { type ChiOptions, type ChiVerdict, checkChiNumber } from "./check-chi-number.ts";
export { type DataFolder, openData } from "./data-folder.ts";
export * from "./draft/index.ts";
export {
  age,
  agesAcross,
  amount,
  area,
  category,
  change,
  constant,
  count,
  countAcross,
  figure,
  type KeyField,
  label,
  listed,
  type MeasureField,
  type MeasureOptions,
  period,
  type Refusal,
  sex,
} from "./field.ts";
export { formatPostcode, type PostcodeOptions } from "./format-postcode.ts";
export { padChiNumber } from "./pad-chi-number.ts";
export { type CsvText, parseCsv } from "./parse-csv.ts";
export * from "./published/index.ts";
export { type About, parseTable, readCsv, refuseErrors, sourceOf, type TableOf } from "./read-csv.ts";
export { type Encoding, type FileText, readFileText } from "./read-file-text.ts";
export { readRecords } from "./read-records.ts";
export * from "./readers/national-records-of-scotland/index.ts";
export * from "./readers/office-for-national-statistics/index.ts";
export * from "./readers/public-health-scotland/index.ts";
export { readers } from "./readers/readers.ts";
export * from "./readers/scotpho-workshop/index.ts";
export * from "./readers/scottish-government-deprivation/index.ts";
export type { Records } from "./records.ts";
export { type Fields, type KeysOf, type MeasuresOf, type Schema, schema } from "./schema.ts";
export { burdenOfDisease } from "./schemas/burden.ts";
export { cancerIncidence } from "./schemas/cancer.ts";
export { censusEthnicGroup, censusLimitingConditions } from "./schemas/census.ts";
export { councilProfiles } from "./schemas/council-profiles.ts";
export { deprivationIndex, zoneMortality } from "./schemas/deprivation.ts";
export { delayedDischarge, emergencyAdmissions } from "./schemas/hospital.ts";
export {
  deathRatesByCause,
  deathsByCause,
  drugDeathRates,
  drugDeaths,
  personYears,
  publishedLifeExpectancy,
} from "./schemas/mortality.ts";
export { namedSchemas } from "./schemas/named-schemas.ts";
export { populationByYear, smallAreaPopulation } from "./schemas/population.ts";
export { careHomeResidents, homeCare, homeCareByLocality } from "./schemas/social-care.ts";
export { sexOfChiNumber } from "./sex-of-chi-number.ts";
