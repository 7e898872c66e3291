import { agesAcross, category, countAcross, label, period, sex } from "../field.ts";
import { schema } from "../schema.ts";

/** New cancers registered, by site, sex and year, five-year ages across. */
export const cancerIncidence = schema({
  site: category("site"),
  icd10: label("icd10"),
  sex: sex("sex"),
  period: period("year"),
  age: agesAcross(),
  cases: countAcross({ marks: { "": "not applicable" } }),
});
