import type { Brief } from "./brief.ts";
import type { Finding } from "./findings/finding.ts";
import { findLevel } from "./findings/finding-of-level.ts";
import { leadingCauses } from "./sections/burden/leading-causes.ts";
import { populationNow, projectedChange } from "./sections/demography.ts";

/** What a chief officer should know first. */
export function summaryOf(brief: Brief): readonly Finding[] {
  const country = brief.comparators.at(-1);
  return [
    populationNow(brief),
    findLevel(brief, "population-aged-75-and-over", { age: "75+" }),
    projectedChange(brief),
    findLevel(brief, "most-deprived-fifth"),
    findLevel(brief, "life-expectancy-at-birth", { sex: "male", subject: "life expectancy at birth of males" }),
    findLevel(brief, "life-expectancy-at-birth", { sex: "female", subject: "life expectancy at birth of females" }),
    findLevel(brief, "limiting-long-term-conditions"),
    findLevel(brief, "home-care", { age: "65+" }),
    findLevel(brief, "delayed-bed-days", { age: "18+" }),
    country ? leadingCauses(brief, country) : null,
  ].filter((finding) => finding !== null);
}
