import { area } from "../../field.ts";
import { schema } from "../../schema.ts";
import { deprivationReader } from "./deprivation-reader.ts";
import { crimes, people, rate, score, share, standardisedRatio } from "./indicator-fields.ts";

/** The indicators of the index of 2016 by data zone of 2011: people, shares of them (0 to 1), standardised ratios (Scotland 100), minutes. */
export const deprivationIndicators2016 = schema({
  area: area("Data_Zone"),
  people: people("Total_population"),
  peopleOfWorkingAge: people("Working_age_population_revised"),
  incomeDeprivedShare: share("Income_rate"),
  incomeDeprived: people("Income_count"),
  employmentDeprivedShare: share("Employment_rate"),
  employmentDeprived: people("Employment_count"),
  comparativeIllness: standardisedRatio("CIF"),
  alcoholStays: standardisedRatio("ALCOHOL"),
  drugStays: standardisedRatio("DRUG"),
  mortality: standardisedRatio("SMR"),
  prescribedForMood: share("DEPRESS"),
  lowBirthWeight: share("LBWT"),
  emergencyStays: standardisedRatio("EMERG"),
  attendance: share("Attendance"),
  attainment: score("Attainment"),
  withoutQualifications: standardisedRatio("Noquals"),
  notInEducationOrWork: share("NEET"),
  enteringUniversity: share("HESA"),
  minutesDrivenToPetrol: score("drive_petrol"),
  minutesDrivenToPractice: score("drive_GP"),
  minutesDrivenToPostOffice: score("drive_PO"),
  minutesDrivenToPrimarySchool: score("drive_primary"),
  minutesDrivenToShops: score("drive_retail"),
  minutesDrivenToSecondarySchool: score("drive_secondary"),
  minutesByPublicTransportToPractice: score("PT_GP"),
  minutesByPublicTransportToPostOffice: score("PT_Post"),
  minutesByPublicTransportToShops: score("PT_retail"),
  crimes: crimes("crime_count"),
  crimeRate: rate("crime_rate"),
  overcrowded: people("overcrowded_count"),
  withoutCentralHeating: people("nocentralheat_count"),
  overcrowdedShare: share("overcrowded_rate"),
  withoutCentralHeatingShare: share("nocentralheat_rate"),
});

/**
 * The Scottish Government's workbook of the indicators of the Scottish Index of Multiple Deprivation (SIMD) of 2016, by data zone.
 *
 * `*` is suppressed. The names of zones and councils are not read: they are no keys. The description of `overcrowded_rate` and
 * `nocentralheat_count` in the workbook is the other way round: counts are counts.
 */
export const deprivationIndicators2016Reader = deprivationReader({
  name: "simd-2016-indicators",
  title: "Scottish Index of Multiple Deprivation 2016, indicators by data zone",
  edition: "SIMD 2016",
  schema: deprivationIndicators2016,
  unread: ["Intermediate_Zone", "Council_area"],
});
