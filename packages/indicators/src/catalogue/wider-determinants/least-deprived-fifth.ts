import { deprivationShare } from "../../zones/deprivation.ts";

/** People in the least deprived fifth of Scotland's data zones. */
export const leastDeprivedFifth = deprivationShare({
  id: "least-deprived-fifth",
  title: "People in the least deprived fifth",
  subject: "the share of people who live in the least deprived fifth of Scotland's data zones",
  quintile: "5",
  better: "higher",
});
