import { esp2013 } from "@popneeds/population";
import { fayFeuerLimits } from "@popneeds/stats";
import { expect, it } from "vitest";
import { cancerIncidence, cancerSites } from "./cancer-incidence.ts";
import { describePublished, folder } from "./describe-published.ts";

const weights = [esp2013.weights[0]! + esp2013.weights[1]!, ...esp2013.weights.slice(2)];

describePublished("cancer incidence, row by row", [cancerIncidence.path], () => {
  it("is compared in all of 3,400 rows, and in the limits of the 3,313 that print them", async () => {
    const figures = (await cancerIncidence.compare(folder)).map(({ what, figures }) => `${figures} ${what}`);
    expect(figures).toMatchInlineSnapshot(`
      [
        "855 people by sex and age, 1997 to 2011, from cases and rates: those of the population series",
        "64600 rates by age, on whole people",
        "3400 crude rates",
        "6779 their limits, exact Poisson (\`exactPoissonLimits\`)",
        "21 their upper limits at no case, one-sided 95% (\`exactPoissonLimits\` at 0.9)",
        "3400 rates by the European standard of 2013, 19 bands; both sexes: the mean of the two (\`directRate\`)",
        "3313 their lower limits, Fay and Feuer's (\`fayFeuerLimits\`)",
        "2269 their upper limits by sex, \`largestWeight: "per person"\`",
        "1044 their upper limits, both sexes, the largest weight per person of both together",
        "3400 rates by the World standard (Segi), 18 bands to 85 and over; both sexes: the mean of the two (\`directRate\`)",
        "3313 their lower limits, Fay and Feuer's (\`fayFeuerLimits\`)",
        "2269 their upper limits by sex, \`largestWeight: "per person"\`",
        "1044 their upper limits, both sexes, the largest weight per person of both together",
      ]
    `);
  });

  // R 4.2.2, qgamma on the same rows: the proper upper limits differ from those printed by up to 0.3930822.
  it("prints upper limits that the largest weight on the scale of the rate puts up to 0.39 higher", async () => {
    let most = 0;
    for (const { row, strata } of await cancerSites(folder)) {
      const printed = row["EASRUpper95pcConfidenceInterval"];
      if (strata.length > 1 || printed === "NA") continue;
      const { upper } = fayFeuerLimits(strata[0]!.cases, strata[0]!.people, weights);
      expect(upper).toBeGreaterThan(Number(printed));
      most = Math.max(most, upper - Number(printed));
    }
    expect(most).toBeCloseTo(0.3930822, 7);
  });
});
