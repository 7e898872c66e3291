import { type Scale, slopeIndex, standardErrorsFromLimits } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";

const scaleOf = { rate: "log", proportion: "logit", other: "linear" } as const;

/** `phe_sii (deterministic parts)`: the design of the regression, its coefficients and the indices, without simulation. */
export function pheSlopeIndex(inputs: Inputs, options: Options) {
  requireKnown(options, ["value_type", "transform", "multiplier", "confidence"]);
  const errorScale: Scale = scaleOf[options.value_type as keyof typeof scaleOf];
  const scale = options.transform === true ? errorScale : "linear";
  const multiplier = numberOption(options, "multiplier", 1);
  const [population, values] = [numbersOf(inputs, "population"), numbersOf(inputs, "value")];
  const given = inputs.se === null || inputs.se === undefined ? null : numbersOf(inputs, "se");
  const se =
    given ??
    standardErrorsFromLimits(numbersOf(inputs, "lower_cl"), numbersOf(inputs, "upper_cl"), { scale: errorScale });
  const errors = { standardErrors: se, scale: errorScale };
  const direction = multiplier < 0 ? "first minus last" : "last minus first";
  const per = Math.abs(multiplier);
  const index = (level: number) =>
    slopeIndex(values, population, errors, { scale, direction, per, level, draws: 1_000 });
  const [found, wider] = [index(0.95), index(0.998)];
  const unit = slopeIndex(values, population, null, { scale });
  const place = (value: number) => onScale(value, scale);
  const total = population.reduce((sum, n) => sum + n, 0);
  const a = population.map((n) => n / total);
  const b = a.map((share, i) => a.slice(0, i).reduce((sum, s) => sum + s, 0) + share / 2);
  return {
    a,
    b,
    se,
    sqrt_a: a.map(Math.sqrt),
    b_sqrt_a: a.map((share, i) => b[i]! * Math.sqrt(share)),
    y: a.map((share, i) => place(values[i]!) * Math.sqrt(share)),
    raw_slope: place(unit.last) - place(unit.first),
    raw_intercept: place(unit.first),
    sii: found.absolute.value,
    rii: found.ratio.value,
    intercept: scale === "linear" ? unit.first : found.first,
    analytic_slope_sd: found.standardError,
    analytic_sii_lower: [found.absolute.lower, wider.absolute.lower],
    analytic_sii_upper: [found.absolute.upper, wider.absolute.upper],
    analytic_rii_lower: [found.ratio.lower, wider.ratio.lower],
    analytic_rii_upper: [found.ratio.upper, wider.ratio.upper],
  };
}

function onScale(value: number, scale: Scale): number {
  if (scale === "linear") return value;
  return Math.log(scale === "log" ? value : value / (1 - value));
}
