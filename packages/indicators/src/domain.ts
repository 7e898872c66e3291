/** The domains of the indicator catalogue, in the order in which a needs assessment takes them. */
export const domains = [
  "Demography",
  "Wider determinants",
  "Children and young people",
  "Lifestyle and risk factors",
  "Prevention: screening and immunisation",
  "Mortality and life expectancy",
  "Long-term conditions and physical health",
  "Mental health",
  "Unscheduled care",
  "Social care, older people, carers",
  "End of life",
  "Experience of care",
  "Burden of disease and projected need",
] as const;

/** A domain of need. */
export type Domain = (typeof domains)[number];
