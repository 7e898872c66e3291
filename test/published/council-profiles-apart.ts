/** Rows of an indicator whose printed limits cannot be Wilson's of the numerator and the percentage printed. */
export interface ProfilesApart {
  readonly indicator: string;
  /** The councils of those rows; all of them unless told. */
  readonly councils?: readonly string[];
  /** Councils whose row agrees all the same, as at a numerator so small that rounding leaves much open. */
  readonly butNot?: readonly string[];
  readonly why: string;
  /** The limits are the textbook normal ones, p ± 1.96 √(p (1 − p) / n): this is checked. */
  readonly normal?: true;
}

const inspected =
  "Wilson's with a finite population correction; the share of children who were inspected is not printed";
const school = "a survey of schools: the limits are the textbook normal ones, p ± 1.96 √(p (1 − p) / n), as is checked";
const houses = "a survey of houses, grossed up: the number interviewed is not printed";
const uneven = "the percentage printed does not lie within its printed limits as it should: one is of another figure";

/** The rows known to be apart, by indicator. A test fails where one is missing here, and where one here agrees. */
export const councilProfilesApart: readonly ProfilesApart[] = [
  { indicator: "Attempts to purchase cigarettes", why: school, normal: true },
  { indicator: "Bowel screening uptake", councils: ["East Lothian"], why: uneven },
  { indicator: "Child dental health in primary 1", why: inspected },
  { indicator: "Child dental health in primary 7", why: inspected },
  { indicator: "Child healthy weight in primary 1", why: inspected },
  {
    indicator: "Economic inactivity due to long-term ill health",
    why: "a survey of the population, grossed up: the number interviewed is not printed",
  },
  { indicator: "Households with children living in fuel poverty", why: houses },
  { indicator: "Households with children living in homes that fail the SHQS", why: houses },
  { indicator: "Mid-year population estimate - aged 65-74 years", councils: ["Fife", "Scottish Borders"], why: uneven },
  { indicator: "Smoking prevalence in S2 and S4 boys", butNot: ["Fife"], why: school, normal: true },
  { indicator: "Smoking prevalence in S2 and S4 girls", butNot: ["Fife"], why: school, normal: true },
  { indicator: "Smoking prevalence in S2 pupils", why: school, normal: true },
  {
    indicator: "Smoking prevalence in S4 pupils",
    butNot: ["Fife", "Glasgow City", "North Lanarkshire"],
    why: school,
    normal: true,
  },
  {
    indicator: "Young people living in the most crime deprived quintile, aged 0-25 years",
    councils: ["East Renfrewshire"],
    why: uneven,
  },
  {
    indicator: "Young people living in the most income deprived quintile, aged 0-25 years",
    councils: ["Na h-Eileanan Siar", "Orkney Islands", "Shetland Islands"],
    why: "nobody of a number that is not printed: a percentage of 0 does not tell it",
  },
];
