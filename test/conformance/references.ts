import { betaQuantile, chiSquareQuantile, gammaQuantile, normalQuantile, studentQuantile } from "@popneeds/stats";
import {
  burdenChangeDecomposition,
  categoricalFraction,
  comorbidityAdjusted,
  dasGupta,
  lifeExpectancyDecomposition,
  logLinearFraction,
  proportionalFitting,
  yearsOfLifeLostAtAges,
  yearsOfLifeLostDiscounted,
} from "./references/burden.ts";
import { directRateLimits } from "./references/direct-rate-limits.ts";
import { funnelOverdispersion, rateFunnelLaney, srLimits } from "./references/funnel-plot.ts";
import {
  leFunction,
  lifeTableWithYears,
  pheLifeExpectancy,
  pheLifeExpectancyOfAnyBands,
  sullivan,
  sullivanWithLimits,
} from "./references/life-tables.ts";
import { calculateDsr, pheProportion, pheRate } from "./references/phe.ts";
import { pheFunnel } from "./references/phe-funnel.ts";
import { calculateIsRate, calculateIsRatio } from "./references/phe-indirect.ts";
import { pheMean } from "./references/phe-mean.ts";
import { pheQuantile } from "./references/phe-quantile.ts";
import { pheSlopeIndex } from "./references/phe-slope-index.ts";
import { ageCalculate, createAgeGroups, extractFinYear, quarterFamily, roundedHalfUp } from "./references/phs.ts";
import { quantiles } from "./references/quantiles.ts";
import { calculateCrudeRate, calculatePercent } from "./references/scotpho.ts";
import { calculateEasr } from "./references/scotpho-easr.ts";
import { calculateInequalityMeasures } from "./references/scotpho-inequality.ts";
import { trendMarkers } from "./references/trend-markers.ts";
import type { References } from "./run-case.ts";

/** Every function of a reference that we have a counterpart of, one line each. What is not here is not implemented. */
export const references: References = {
  "beta quantile": quantiles((p, a, b) => betaQuantile(p, a, b), "a", "b"),
  "chi-square quantile": quantiles((p, df) => chiSquareQuantile(p, df), "df"),
  "dsr interval methods": directRateLimits,
  "gamma quantile": quantiles((p, shape) => gammaQuantile(p, shape), "shape"),
  "healthy life expectancy (Sullivan)": sullivanWithLimits,
  "normal quantile": quantiles((p) => normalQuantile(p)),
  "phe_life_expectancy with any open age band": pheLifeExpectancyOfAnyBands,
  "qtr family": quarterFamily,
  "t quantile": quantiles((p, df) => studentQuantile(p, df), "df"),
  LE_function: leFunction,
  age_calculate: ageCalculate,
  assign_trend_markers: trendMarkers,
  burden_change_decomposition: burdenChangeDecomposition,
  calculate_ISRate: calculateIsRate,
  calculate_ISRatio: calculateIsRatio,
  calculate_crude_rate: calculateCrudeRate,
  calculate_dsr: calculateDsr,
  calculate_percent: calculatePercent,
  "calculate_funnel_limits + assign_funnel_significance": pheFunnel,
  calculate_easr: calculateEasr,
  calculate_inequality_measures: calculateInequalityMeasures,
  comorbidity_adjusted_yld: comorbidityAdjusted,
  create_age_groups: createAgeGroups,
  das_gupta: dasGupta,
  extract_fin_year: extractFinYear,
  iterative_proportional_fitting: proportionalFitting,
  life_expectancy_decomposition: lifeExpectancyDecomposition,
  life_table: lifeTableWithYears,
  overdispersion: funnelOverdispersion,
  paf_categorical: categoricalFraction,
  paf_log_linear: logLinearFraction,
  phe_life_expectancy: pheLifeExpectancy,
  phe_mean: pheMean,
  phe_proportion: pheProportion,
  phe_quantile: pheQuantile,
  phe_rate: pheRate,
  "phe_sii (deterministic parts)": pheSlopeIndex,
  rateFunnelLaney,
  round_half_up: roundedHalfUp,
  srLimits,
  sullivan,
  years_of_life_lost: yearsOfLifeLostAtAges,
  years_of_life_lost_discounted: yearsOfLifeLostDiscounted,
};
