import { area, category, count, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

const referrals = "NumberOfEligibleReferrals62DayStandard";
const treated = "NumberOfEligibleReferralsTreatedWithin62Days";

/** Urgent referrals for suspected cancer, and those treated within 62 days, by board of residence and of treatment. */
export const phsCancerWaitingTimes = schema({
  area: area("HB", { totals: ["S92000003"], qualifier: "HBQF" }),
  boardOfTreatment: area("HBT"),
  period: period("Quarter"),
  cancerType: category("CancerType", { totals: ["All Cancer Types"], qualifier: "CancerTypeQF" }),
  referrals: count(referrals, { qualifier: `${referrals}QF` }),
  treatedWithin62Days: count(treated, { qualifier: `${treated}QF` }),
});

/**
 * Public Health Scotland's cancer waiting times, the 62-day standard: a count of referrals and of those within it.
 *
 * `HB` is the board of residence, Scotland among them; `HBT` the board of treatment, special boards too. Quarters are calendar
 * quarters.
 */
export const phsCancerWaitingTimesReader = openDataReader({
  name: "phs-cancer-waiting-times",
  title: "Cancer waiting times, 62-day standard",
  forms: [phsCancerWaitingTimes],
});
