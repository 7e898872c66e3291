import { inequalityGap, populationAttributableRisk, slopeIndex } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";

/** `calculate_inequality_measures`: slope and relative index by residuals, attributable risk and ranges of one area. */
export function calculateInequalityMeasures(inputs: Inputs, options: Options) {
  requireKnown(options, ["overall_rate", "quint_type"]);
  const [rates, population] = [numbersOf(inputs, "rate"), numbersOf(inputs, "denominator")];
  const mean = numberOption(options, "overall_rate", Number.NaN);
  const { absolute, relativeToMean } = slopeIndex(rates, population, null, {
    direction: "first minus last",
    limits: "residuals",
    mean,
  });
  const { share } = populationAttributableRisk(rates, population, { mean });
  const gap = inequalityGap(rates);
  return {
    sii: [absolute.value],
    lowci_sii: [absolute.lower],
    upci_sii: [absolute.upper],
    rii: [relativeToMean.value],
    lowci_rii: [relativeToMean.lower],
    upci_rii: [relativeToMean.upper],
    // How many per cent above the mean the most deprived end of the line lies: half the index.
    rii_int: [relativeToMean.value * 50],
    par: [share.value * 100],
    abs_range: [gap.difference],
    rel_range: [gap.ratio],
  };
}
