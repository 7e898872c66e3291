import { expectedOnLimits, funnelAxis, funnelRange, proportionFunnel, ratioFunnel } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";
import { sum } from "./phe.ts";

// The manners of PHEindicatormethods 2.1.0. The numbers are ours: exact where the reference bisects to about 1e-6.

const inner = 0.95;
const outer = 0.998;

/** `calculate_funnel_limits` and `assign_funnel_significance`: the lines of a funnel, and the label of each area. */
export function pheFunnel(inputs: Inputs, options: Options) {
  const known = [
    "statistic",
    "ratio_type",
    "rate_type_limits",
    "rate_type_significance",
    "multiplier",
    "years_of_data",
  ];
  requireKnown(options, known);
  const { statistic } = options;
  if (statistic === "proportion") return proportions(inputs, options);
  if (statistic === "ratio") return ratios(inputs, options);
  if (statistic === "rate") return rates(inputs, options);
  throw new NotImplemented(`statistic of ${JSON.stringify(statistic)}`);
}

function proportions(inputs: Inputs, options: Options) {
  const events = numbersOf(inputs, "numerator");
  const totals = numbersOf(inputs, "denominator");
  const per = numberOption(options, "multiplier", 1);
  const target = (sum(events) / sum(totals)) * per;
  const { lower: start, upper: end } = funnelRange(totals);
  const axis = funnelAxis(start, end);
  // A funnel's lines are its limits for areas of every size on the axis.
  const lines = proportionFunnel(
    axis.map(() => 0),
    axis,
    { method: "score", per, target },
  );
  return {
    limits: {
      Population: axis,
      lower_2s_limit: lines.lower[0],
      upper_2s_limit: lines.upper[0],
      lower_3s_limit: lines.lower[1],
      upper_3s_limit: lines.upper[1],
      baseline: axis.map(() => target),
      ...named("proportion", "Wilson", axis),
    },
    significance: labels(proportionFunnel(events, totals, { method: "score", per, target }).signal),
  };
}

function ratios(inputs: Inputs, options: Options) {
  const observed = numbersOf(inputs, "numerator");
  const expected = numbersOf(inputs, "denominator");
  const per = options.ratio_type === "count" ? 1 : numberOption(options, "multiplier", 100);
  const { lower: start, upper: end } = funnelRange(expected);
  const axis = funnelAxis(start, end, { spread: "early" });
  return {
    limits: {
      Observed_events: axis,
      ...lines(axis, per, "exp_events", (expected) => expected),
      ...named(`ratio (${options.ratio_type})`, "Poisson", axis),
    },
    significance: labels(ratioFunnel(observed, expected, { signals: "own limits" }).signal),
  };
}

function rates(inputs: Inputs, options: Options) {
  const events = numbersOf(inputs, "numerator");
  const population = numbersOf(inputs, "denominator");
  const rate = numbersOf(inputs, "rate");
  const per = numberOption(options, "multiplier", 100_000);
  const years = numberOption(options, "years_of_data", 1);
  if (options.rate_type_limits !== "crude") throw new NotImplemented(`rate_type_limits ${options.rate_type_limits}`);
  const target = (sum(events) / sum(population)) * per;
  const each = (size: number) => (size * years * target) / per;
  const { lower: start, upper: end } = funnelRange(population.map((people) => people / years));
  const axis = funnelAxis(Math.floor(each(start)), Math.ceil(each(end)));
  const { signal } = ratioFunnel(
    events,
    events.map((count, i) => (count * target) / rate[i]!),
    { signals: "own limits" },
  );
  return {
    limits: {
      Events: axis,
      ...lines(axis, target, "population_1_year", (expected) => (expected / target / years) * per),
      baseline: axis.map(() => target),
      ...named(`rate (crude per ${per})`, "Poisson", axis),
    },
    significance: labels(signal).map((label, i) =>
      options.rate_type_significance === "dsr" && events[i]! < 10
        ? "Not applicable for events less than 10 for dsrs"
        : label,
    ),
  };
}

/** The corners of an exact funnel: at each count, how many are expected on a limit, and the ratio there. */
function lines(counts: readonly number[], scale: number, sizeName: string, sizeOf: (expected: number) => number) {
  const columns: Record<string, readonly number[]> = {};
  for (const [tag, level] of [
    ["2s", inner],
    ["3s", outer],
  ] as const) {
    const found = counts.map((count) => expectedOnLimits(count, level));
    for (const [side, at] of [
      ["lower", found.map(({ onLower }) => onLower)],
      ["upper", found.map(({ onUpper }) => onUpper)],
    ] as const) {
      columns[`${side}_${tag}_${sizeName}`] = at.map(sizeOf);
      columns[`${side}_${tag}_limit`] = at.map((expected, i) => (counts[i]! / expected) * scale);
    }
  }
  return columns;
}

function labels(signal: ArrayLike<number>): readonly string[] {
  const words = ["Low (0.001)", "Low (0.025)", "Not significant", "High (0.025)", "High (0.001)"];
  return Array.from(signal, (beyond) => words[beyond + 2]!);
}

function named(statistic: string, method: string, axis: readonly number[]) {
  return { statistic: axis.map(() => statistic), method: axis.map(() => method) };
}
