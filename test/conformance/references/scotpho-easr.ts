import { ageBands, type Exposed, type Sex, tableFromRows } from "@popneeds/core";
import { conventions } from "@popneeds/indicators";
import { directRateAcrossSexes } from "@popneeds/methods";
import { esp2013, regroupStandard } from "@popneeds/population";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { numbersOf, requireKnown } from "./columns.ts";

const bands = ageBands(...Array.from({ length: 19 }, (_, i) => i * 5));
const standard = regroupStandard(esp2013, bands);

/** `calculate_easr`: one European age-standardised rate across both sexes, from rows by age group and sex. */
export function calculateEasr(inputs: Inputs, options: Options) {
  requireKnown(options, ["epop_total", "epop_age"]);
  if (options.epop_total !== 200_000 || options.epop_age !== "normal")
    throw new NotImplemented(`epop_total ${options.epop_total}, epop_age ${options.epop_age}`);
  const [ages, sexes] = [numbersOf(inputs, "age_grp"), numbersOf(inputs, "sex_grp")];
  const [events, people] = [numbersOf(inputs, "numerator"), numbersOf(inputs, "denominator")];
  const exposed = tableFromRows(
    ages.map((group, i) => ({
      age: bands[group - 1]!,
      sex: (sexes[i] === 1 ? "male" : "female") as Sex,
      events: events[i]!,
      population: people[i]!,
    })),
    { events: "count", population: "count" },
  ) as Exposed<{ readonly age: (typeof bands)[number]; readonly sex: Sex }>;
  const [row] = [...directRateAcrossSexes(exposed, standard, conventions.scotpho.directRate)];
  // Without events the reference has limits of 0 and 0; ours are missing, since none can be placed.
  const none = row!.events === 0;
  return {
    numerator: [row!.events],
    denominator: [row!.population],
    rate: [row!.value],
    lowci: [none ? 0 : row!.lower],
    upci: [none ? 0 : row!.upper],
  };
}
