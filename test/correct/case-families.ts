/** What a reader must know of the cases of one function, or of one file, beside what the cases say of themselves. */
export interface CaseFamily {
  /** Name of the file of cases, without folder and ending. */
  readonly file: string;
  /** The reference's function; all functions of the file where it is not told. */
  readonly function?: string;
  readonly what: string;
  /** Whose numbers they are. `R` and `PHE` are given the version that the file of cases states. */
  readonly reference: string;
  /** By whose choices we run them, where our defaults are others. */
  readonly under?: string;
  /** What a difference above rounding comes from. */
  readonly note?: string;
}

const missingIsNone = "`phe`: a missing count is 0";
const scotpho = "`scotpho`";

/** The families of cases in `methods`, in the order of the page. */
export const caseFamilies: readonly CaseFamily[] = [
  { file: "distributions", function: "normal quantile", what: "normal quantiles", reference: "R, `qnorm`" },
  { file: "distributions", function: "chi-square quantile", what: "χ² quantiles", reference: "R, `qchisq`" },
  { file: "distributions", function: "gamma quantile", what: "γ quantiles", reference: "R, `qgamma`" },
  { file: "distributions", function: "t quantile", what: "t quantiles", reference: "R, `qt`" },
  { file: "distributions", function: "beta quantile", what: "β quantiles", reference: "R, `qbeta`" },
  { file: "mean", what: "means and Student's limits", reference: "PHE, `phe_mean`" },
  { file: "rate", what: "crude rates, exact and Byar's limits", reference: "PHE, `phe_rate`" },
  { file: "proportion", what: "proportions and Wilson's limits", reference: "PHE, `phe_proportion`" },
  {
    file: "dsr",
    what: "directly standardised rates",
    reference: "PHE, `calculate_dsr`",
    under: `${missingIsNone}, withheld below 10 events`,
  },
  {
    file: "other_methods",
    function: "dsr interval methods",
    what: "nine other limits of them",
    reference: "asht 1.0.1, dsrTest 1.0.0, epitools 0.5-10.1",
  },
  {
    file: "indirect",
    function: "calculate_ISRatio",
    what: "indirectly standardised ratios",
    reference: "PHE, `calculate_ISRatio`",
    under: missingIsNone,
  },
  {
    file: "indirect",
    function: "calculate_ISRate",
    what: "indirectly standardised rates",
    reference: "PHE, `calculate_ISRate`",
    under: missingIsNone,
  },
  {
    file: "life_expectancy",
    function: "phe_life_expectancy",
    what: "life expectancy at every age",
    reference: "PHE, `phe_life_expectancy`",
    under: "`phe`: withheld for 5,000 people and fewer, or where more die than live",
  },
  {
    file: "life_expectancy",
    function: "phe_life_expectancy with any open age band",
    what: "the same with any last band",
    reference: "PHE, its code without the fixed 20 bands",
    under: "`phe`, as above",
  },
  {
    file: "other_methods",
    function: "healthy life expectancy (Sullivan)",
    what: "healthy life expectancy, two variances",
    reference: "Sullivan's method in R",
    under: '`openVariance: "none"`',
  },
  {
    file: "sii",
    what: "slope and relative indices, what is not simulated",
    reference: "PHE, `phe_sii`",
  },
  { file: "quantile", what: "quantile groups", reference: "PHE, `phe_quantile`" },
  {
    file: "funnel",
    what: "funnel lines, and the label of each area",
    reference: "PHE, `calculate_funnel_limits`, `assign_funnel_significance`",
    under: '`phe`: `signals: "own limits"`',
    note: "exact lines; the reference finds them by bisection to about 1e-6",
  },
  {
    file: "trend",
    what: "recent-trend markers",
    reference: "PHE, branch `add_trend_markers` (be27443)",
    under: "`phe`: `threshold: 9.5495`",
  },
  {
    file: "scotpho",
    function: "calculate_crude_rate",
    what: "crude rates, Byar's limits at every count",
    reference: "ScotPHO, production code (e7ee723)",
    under: scotpho,
  },
  {
    file: "scotpho",
    function: "calculate_percent",
    what: "percentages to two decimals",
    reference: "ScotPHO, production code (e7ee723)",
    under: scotpho,
  },
  {
    file: "scotpho",
    function: "calculate_easr",
    what: "age-standardised rates across both sexes",
    reference: "ScotPHO, production code (e7ee723)",
    under: scotpho,
  },
  {
    file: "scotpho",
    function: "calculate_inequality_measures",
    what: "slope, relative index, attributable share",
    reference: "ScotPHO, production code (e7ee723)",
    under: '`scotpho`: `direction: "first minus last", limits: "residuals"`',
  },
  {
    file: "scotpho",
    function: "LE_function",
    what: "life expectancy and its variance",
    reference: "ScotPHO, production code (e7ee723)",
    under: '`scotpho`: `deviate: 1.96, openVariance: "none"`',
  },
  {
    file: "phsmethods",
    what: "ages, age groups, financial years, quarters, rounding half up",
    reference: "phsmethods 1.1.0.9000 (33a95d8)",
  },
  { file: "errors", what: "inputs that must be refused", reference: "PHE, its messages in gist" },
];

const integral = "the integral, worked out numerically";
const burden = (name: string, what: string, reference: string, note?: string): CaseFamily => ({
  file: "burden",
  function: name,
  what,
  reference,
  ...(note ? { note } : {}),
});

/** The families of cases in `burden`, in the order of the page. */
export const burdenFamilies: readonly CaseFamily[] = [
  burden(
    "life_table",
    "a life table with given years of those who die",
    "Preston, Heuveline and Guillot 2001, box 3.1",
  ),
  burden("sullivan", "healthy life expectancy", "EuroREVES, Sullivan guide", "printed to one decimal"),
  burden("years_of_life_lost", "years of life lost at exact ages", "AIHW, worked example", "printed to two decimals"),
  burden("years_of_life_lost_discounted", "years lost, discounted and weighed by age", integral),
  burden("das_gupta", "effects of factors on a rate", "Das Gupta 1993, examples 2.1, 2.2, 4.3, 4.4, 5.1"),
  burden("burden_change_decomposition", "growth, ageing and rate", "closed form"),
  burden(
    "life_expectancy_decomposition",
    "changes of life expectancy by age",
    "LEdecomp and DemoDecomp (R), eight methods",
  ),
  burden("comorbidity_adjusted_yld", "disability of several conditions", "every state enumerated"),
  burden("paf_categorical", "attributable fraction of classes", "closed form"),
  burden("paf_log_linear", "attributable fraction at one exposure", "AirQ+", "printed to four decimals"),
  burden("iterative_proportional_fitting", "raking", "R, `loglin`", "its own tolerance"),
];
