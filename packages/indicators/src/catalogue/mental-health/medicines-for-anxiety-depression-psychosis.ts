import { councilProfile } from "../../council-profile.ts";

/** Prescribed medicines for anxiety, depression or psychosis, by council, as ScotPHO publishes it. */
export const medicinesForAnxietyDepressionPsychosis = councilProfile({
  id: "medicines-for-anxiety-depression-psychosis",
  title: "Prescribed medicines for anxiety, depression or psychosis",
  domain: "Mental health",
  subject: "the share of people prescribed medicines for anxiety, depression or psychosis",
  meaning:
    "People with at least one prescription for anxiety, depression or psychosis in a financial year, among all residents.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "lower",
  published: "Population prescribed drugs for anxiety/depression/psychosis",
  method: "percentage of one financial year",
  caveats: ["It shows treatment, not illness: a high figure may mean that need is met."],
});
