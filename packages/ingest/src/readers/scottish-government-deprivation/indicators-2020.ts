import { area } from "../../field.ts";
import { schema } from "../../schema.ts";
import { deprivationReader } from "./deprivation-reader.ts";
import { crimes, people, rate, score, share, standardisedRatio } from "./indicator-fields.ts";

/** The indicators of the index of 2020 by data zone of 2011: people, shares of them (0 to 1), standardised ratios (Scotland 100), minutes. */
export const deprivationIndicators2020 = schema({
  area: area("dz11_code"),
  people: people("Total_population"),
  peopleOfWorkingAge: people("Working_age_population"),
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
  withoutQualifications: standardisedRatio("no_qualifications"),
  notParticipating: share("not_participating"),
  enteringUniversity: share("University"),
  minutesDrivenToPetrol: score("drive_petrol"),
  minutesDrivenToPractice: score("drive_GP"),
  minutesDrivenToPostOffice: score("drive_post"),
  minutesDrivenToPrimarySchool: score("drive_primary"),
  minutesDrivenToShops: score("drive_retail"),
  minutesDrivenToSecondarySchool: score("drive_secondary"),
  minutesByPublicTransportToPractice: score("PT_GP"),
  minutesByPublicTransportToPostOffice: score("PT_post"),
  minutesByPublicTransportToShops: score("PT_retail"),
  withoutFastBroadband: share("Broadband"),
  crimes: crimes("crime_count"),
  crimeRate: rate("crime_rate"),
  overcrowded: people("overcrowded_count"),
  withoutCentralHeating: people("nocentralheat_count"),
  overcrowdedShare: share("overcrowded_rate"),
  withoutCentralHeatingShare: share("nocentralheat_rate"),
});

/**
 * The indicators of the Scottish Index of Multiple Deprivation (SIMD) of 2020 by data zone, as they are passed on.
 *
 * `*` is suppressed; a blank is not available: nobody, or nobody whom it could be about, lives in the zone. Crimes have fractions in the file, and are not rounded.
 */
export const deprivationIndicators2020Reader = deprivationReader({
  name: "simd-2020-indicators",
  title: "Scottish Index of Multiple Deprivation 2020, indicators by data zone",
  edition: "SIMD 2020",
  schema: deprivationIndicators2020,
});
