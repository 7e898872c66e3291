import { deprivationShare } from "../../zones/deprivation.ts";

/** People in the most deprived fifth of Scotland's data zones. */
export const mostDeprivedFifth = deprivationShare({
  id: "most-deprived-fifth",
  title: "People in the most deprived fifth",
  subject: "the share of people who live in the most deprived fifth of Scotland's data zones",
  quintile: "1",
  better: "lower",
});
