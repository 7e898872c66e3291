import { councilProfile } from "../../council-profile.ts";

/** High care needs met at home, by council, as ScotPHO publishes it. */
export const intensiveCareAtHome = councilProfile({
  id: "intensive-care-at-home",
  title: "High care needs met at home",
  domain: "Social care, older people, carers",
  subject: "the share of people aged 65 and over with high care needs who are cared for at home",
  meaning:
    "People aged 65 and over with high levels of care needs who are cared for at home, among all such people, in a financial year.",
  unit: "%",
  counts: null,
  per: 100,
  better: "higher",
  published: "People aged 65+ with high levels of care needs who are cared for at home",
  method: "percentage of one financial year",
});
