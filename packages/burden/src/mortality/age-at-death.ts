import { type Age, PopneedsError, type Sex } from "@popneeds/core";

/** The mean age at which the deaths of a band happened, known from elsewhere. */
export interface MeanAgeAtDeath {
  readonly age: Age;
  /** Default: the mean serves every sex. */
  readonly sex?: Sex;
  /** Mean exact age in years, inside the band. */
  readonly mean: number;
}

export interface AgeAtDeathOptions {
  /**
   * Where in a band deaths are taken to happen. `middle` (default): half way between the birthdays, so 67.5 in 65-69, and 30.5
   * at the completed age of 30. `start`: at the first birthday, which overstates the years of wide bands; for exact ages and
   * for repeating older work. A list of means gives the mean age at death in each band that has deaths.
   */
  readonly ageAtDeath?: "middle" | "start" | readonly MeanAgeAtDeath[];
  /**
   * How many years above its first birthday deaths in the open band are taken to happen. Default 5, as the World Health
   * Organization places deaths at 85 and over at 90. Left aside where means are given.
   */
  readonly openBandYears?: number;
}

/**
 * The exact age at which the deaths of a band are taken to happen.
 *
 * @throws PopneedsError `no-mean-age` when means are given, and none for the band and sex
 */
export function ageAtDeath(
  band: Age,
  { ageAtDeath: convention, openBandYears }: Required<AgeAtDeathOptions>,
  sex: Sex | null = null,
): number {
  if (convention === "start") return band.from;
  if (convention === "middle") {
    return band.to === Number.POSITIVE_INFINITY ? band.from + openBandYears : (band.from + band.to) / 2;
  }
  const ofBand = convention.filter(({ age }) => age.from === band.from && age.to === band.to);
  const mean = ofBand.find((row) => row.sex === sex) ?? ofBand.find((row) => row.sex === undefined);
  if (mean) return mean.mean;
  throw new PopneedsError({
    code: "no-mean-age",
    message: `ageAtDeath: every band with deaths needs a mean age at death; ${band.label}${sex === null ? "" : ` of sex "${sex}"`} has none`,
    fix: "Give a mean for each band of ages of the deaths, without a sex where one serves all.",
  });
}

/** The options with their defaults, checked. */
export function ageAtDeathOf(
  caller: string,
  { ageAtDeath: convention = "middle", openBandYears = 5 }: AgeAtDeathOptions,
): Required<AgeAtDeathOptions> {
  const refuse = (what: string, fix: string): never => {
    throw new PopneedsError({ code: "invalid-option", message: `${caller}: invalid ${what}`, fix });
  };
  if (!(openBandYears >= 0 && openBandYears < 50))
    refuse(
      `openBandYears: ${openBandYears}`,
      "Give the years above the open band's first birthday at which deaths are taken to happen, such as 5.",
    );
  if (typeof convention === "string") {
    if (convention !== "middle" && convention !== "start")
      refuse(`ageAtDeath: ${String(convention)}`, 'Give "middle", "start", or a list of mean ages at death.');
  } else {
    const astray = convention.find(({ age, mean }) => !(mean >= age.from && mean <= age.to && mean < 150));
    if (astray)
      refuse(
        `mean age at death: ${astray.mean} in ${astray.age.label}`,
        "Give exact ages in years that lie inside their bands.",
      );
  }
  return { ageAtDeath: convention, openBandYears };
}

/** Where deaths are placed, in words, as the steps of a provenance print it. */
export function ageAtDeathInWords({ ageAtDeath: convention, openBandYears }: Required<AgeAtDeathOptions>): string {
  if (convention === "start") return "at the first birthday of each band of ages";
  if (convention !== "middle") return "at the mean age at death given for each band of ages";
  return `in the middle of each band of ages, in the open band ${openBandYears} years above its first birthday`;
}
