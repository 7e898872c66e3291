import { expectedAhead } from "../../burden/expected-ahead.ts";
import { cancerInputs, nationalCancers } from "../../burden/national-rates.ts";
import { indicator } from "../../indicator.ts";
import { projectionInputs } from "../../people/projected-people.ts";

/** New cancers in a year if Scotland's rates by sex and age held for the projected people. */
export const expectedCancers = indicator({
  id: "expected-cancers",
  title: "Expected new cancers",
  domain: "Burden of disease and projected need",
  subject: "the number of new cancers expected in a year",
  meaning:
    "Scotland's rates of new cancers by sex and age, 2017-2021, held as they are, at the projected people of 2023, 2028, 2033 and 2043. All types but non-melanoma skin cancer.",
  unit: "cases a year",
  counts: "cases a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Modelled: Scotland's rates, not the area's own, and held for twenty years. It shows what ageing alone would do.",
    "The rates hold 2020, when fewer cancers were found because of the pandemic.",
  ],
  inputs: { incidence: cancerInputs.incidence, estimates: cancerInputs.country, ...projectionInputs },
  compute({ incidence, estimates, ...projections }, setting) {
    return expectedAhead(nationalCancers({ incidence, country: estimates }), projections, setting, {
      method: "Scotland's rates of new cancers by sex and age, 2017-2021, at the projected people",
    });
  },
});
