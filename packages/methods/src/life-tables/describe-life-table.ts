import type { Age } from "@popneeds/core";
import { printLevel } from "../shared/scale.ts";
import type { LifeTableOptions } from "./life-table-options.ts";

/** The method and its choices as a step prints them; choices that are as usual are not mentioned. */
export function describeLifeTable(
  bands: readonly Age[],
  options: LifeTableOptions & { readonly level: number },
): string {
  const { level, deviate, separation = "tenth in infancy", openVariance = "poisson", openBand = "withhold" } = options;
  const { populationUpTo, populationBelow, deathsBelow, intervalAbove } = options.withhold ?? {};
  const said = [
    `life expectancy by Chiang's life table of ages ${bands.map(({ label }) => label).join(", ")}`,
    separationInWords(separation),
    `${printLevel(level)} limits by Chiang's variance${deviate === undefined ? "" : ` with z = ${deviate}`}, ${openVarianceInWords[openVariance]}`,
    openBand === "merge" ? "an open band without deaths merged with those below it" : null,
    typeof openBand === "number" ? `closed with ${openBand} years expected in the open band` : null,
    options.emptyBands === "no deaths" ? "bands without people and deaths taken as without deaths" : null,
    options.deathsAbovePopulation === "withhold" ? "withheld where a band has more deaths than people" : null,
    options.faultyBands === "whole group" ? "a band that cannot be counted takes away all ages of its group" : null,
    options.unreachedAges === "zero" ? "0 at ages that nobody reaches" : null,
    populationUpTo === undefined ? null : `withheld with ${populationUpTo} people or fewer`,
    populationBelow === undefined ? null : `withheld with fewer than ${populationBelow} people`,
    deathsBelow === undefined ? null : `withheld with fewer than ${deathsBelow} deaths`,
    intervalAbove === undefined ? null : `withheld where the 95% interval is wider than ${intervalAbove} years`,
    options.convention === undefined ? null : `by the convention ${options.convention}`,
  ];
  return said.filter((words) => words !== null).join("; ");
}

const openVarianceInWords = {
  poisson: "with Silcocks's for the open band",
  binomial: "with the binomial one for the open band",
  none: "none for the open band",
} as const;

function separationInWords(separation: NonNullable<LifeTableOptions["separation"]>): string {
  if (typeof separation !== "string") return `a(x) ${separation.join(", ")}`;
  if (separation === "half") return "a(x) 0.5";
  if (separation === "tenth in infancy") return "a(x) 0.1 in the first year of life, 0.5 above";
  const [rule, sex] = separation.split(" ") as [keyof typeof rulesInWords, string];
  return `a(x) in infancy by ${rulesInWords[rule]} for ${sex}s`;
}

const rulesInWords = {
  "andreev-kingkade": "Andreev and Kingkade",
  "coale-demeny": "Coale and Demeny",
} as const;
