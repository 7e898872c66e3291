import { describe, expect, it } from "vitest";
import { namedCause } from "../src/index.ts";
import { area, computed, localities } from "./computed.ts";

const all = await computed("years-of-life-lost-rank");

const ranks = (code: string, period: string) =>
  all.filter((one) => one.area === code && one.period.label === period).sort((a, b) => a.value! - b.value!);

const printed = (code: string, period: string) =>
  ranks(code, period).map(
    ({ value, lower, upper, category }) => `${value} ${lower === upper ? lower : `${lower}-${upper}`} ${category}`,
  );

// python 3, numpy 200,000 draws of each count of deaths (Poisson), weighed by years left and, below the country, by people over
// person-years; ranks in each draw; numpy.quantile(…, method="inverted_cdf") at 0.025 and 0.975. Random numbers of another kind.
const ofCountry = `
1 1 Ischaemic heart disease
2 2 Lung cancer
3 3 Chronic lower respiratory diseases
4 4-5 Cerebrovascular disease
5 4-5 Dementia and Alzheimer's disease
6 6 Drug-related deaths
7 7-8 Cirrhosis and other liver diseases
8 7-8 Accidents
9 9-11 Bowel cancer
10 9-11 Suicide
11 9-11 Digestive diseases except cirrhosis
12 12-13 Breast cancer
13 12-13 Influenza and pneumonia
14 14 Diabetes
15 15 Infectious diseases
16 16-17 Prostate cancer
17 16-17 Genitourinary diseases
18 18 Perinatal conditions`;

const ofCountryBefore = `
1 1 Ischaemic heart disease
2 2 Cerebrovascular disease
3 3 Lung cancer
4 4 Chronic lower respiratory diseases
5 5-6 Suicide
6 5-6 Cirrhosis and other liver diseases
7 7 Accidents
8 8-9 Bowel cancer
9 8-10 Digestive diseases except cirrhosis
10 9-11 Breast cancer
11 10-11 Influenza and pneumonia
12 12 Drug-related deaths
13 13-14 Dementia and Alzheimer's disease
14 13-14 Perinatal conditions
15 15-17 Diabetes
16 15-17 Genitourinary diseases
17 15-17 Infectious diseases
18 18 Prostate cancer`;

const ofPartnership = `
1 1 Ischaemic heart disease
2 2 Lung cancer
3 3 Chronic lower respiratory diseases
4 4 Dementia and Alzheimer's disease
5 5 Cerebrovascular disease
6 6-8 Bowel cancer
7 6-8 Digestive diseases except cirrhosis
8 7-9 Drug-related deaths
9 8-10 Cirrhosis and other liver diseases
10 9-10 Accidents
11 11 Influenza and pneumonia
12 12-13 Breast cancer
13 12-13 Suicide
14 14 Diabetes
15 15 Prostate cancer
16 16-17 Genitourinary diseases
17 16-17 Infectious diseases
18 18 Perinatal conditions`;

describe("the rank of causes by years of life lost", () => {
  it("has the limits of a second simulation, for the country in both periods and for a partnership", () => {
    expect(printed(area.country, "2015-2017")).toEqual(ofCountry.trim().split("\n"));
    expect(printed(area.country, "2000-2002")).toEqual(ofCountryBefore.trim().split("\n"));
    expect(printed(area.partnership, "2021")).toEqual(ofPartnership.trim().split("\n"));
  });

  it("is the order of the years of life lost, among named causes, in every area and period", async () => {
    const years = await computed("years-of-life-lost");
    const places: readonly (readonly [string, string])[] = [
      [area.country, "2000-2002"],
      [area.country, "2015-2017"],
      ...[area.partnership, area.region, ...localities].map((code) => [code, "2021"] as const),
    ];
    for (const [code, period] of places) {
      const ordered = years
        .filter(
          (one) => one.area === code && one.period.label === period && one.category !== "" && namedCause(one.category),
        )
        .sort((a, b) => b.value! - a.value!)
        .map(({ category }) => category);
      const found = ranks(code, period);
      expect(found.map(({ value }) => value)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
      expect(found.map(({ category }) => category)).toEqual(ordered);
    }
    expect(all.filter(({ area: code }) => code === area.country).length).toBe(36);
  });

  it("is modelled below the country, and says how it was drawn", () => {
    const [country] = ranks(area.country, "2015-2017");
    const [here] = ranks(area.partnership, "2021");
    expect([country!.provenance.evidence, here!.provenance.evidence]).toEqual(["observed", "modelled"]);
    for (const { method } of [country!, here!]) expect(method).toContain("1,000 draws of the deaths (Poisson, seed 1)");
  });
});

describe("namedCause", () => {
  it("leaves out what is left over of others and what could not be told", () => {
    const causes = [
      "Lung cancer",
      "Other cancers",
      "All other causes",
      "Ill-defined causes",
      "Digestive diseases except cirrhosis",
    ];
    expect(causes.filter(namedCause)).toEqual(["Lung cancer", "Digestive diseases except cirrhosis"]);
  });
});
