import { councilProfile } from "../../council-profile.ts";

/** Deaths in hospital, by council, as ScotPHO publishes it. */
export const dyingInHospital = councilProfile({
  id: "dying-in-hospital",
  title: "Deaths in hospital",
  domain: "End of life",
  subject: "the share of deaths that happened in hospital",
  meaning: "Deaths in hospital among all deaths, over three calendar years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "neither",
  published: "Dying in hospital",
  method: "percentage of three calendar years",
  caveats: ["Where people die is not by itself good or bad; it matters whether it is where they wished."],
});
