import { directRate, normalRateLimits, twoSidedProbability } from "@popneeds/stats";
import { inFull, type PublishedFile, sheetOf } from "./published-file.ts";

const path = "burden/ons_asmr_template_esp2013.xls";
const level = 1 - twoSidedProbability(1.96); // the template takes 1.96 for the normal deviate of 95%
const sheets = ["85+", "90+", "95+", "Age groups"];

/** The template for age-standardised rates: deaths of England and Wales in 2012, by four sets of bands. */
export const standardisationTemplate: PublishedFile = {
  path,
  title: "Template for age-standardised rates, England and Wales 2012",
  publisher: "Office for National Statistics",
  async compare(folder) {
    const rates = inFull("rates to 85, 90 and 95 and over, and of ages 35-54 (`directRate`)", 1e-14);
    const limits = inFull(
      "their limits, rate ∓ 1.96 rate ÷ √deaths: normal, all deaths as of one stratum (`normalRateLimits`)",
      1e-14,
    );
    for (const sheet of sheets) {
      const { deaths, people, weights, printed } = templateOf(folder, sheet);
      const { value } = directRate(deaths, people, weights);
      rates.put(sheet, value, printed.value);
      const all = deaths.reduce((sum, d) => sum + d, 0);
      const { lower, upper } = normalRateLimits([all], [(all / value) * 100_000], [1], { level });
      limits.put(`${sheet}, lower`, lower, printed.lower);
      limits.put(`${sheet}, upper`, upper, printed.upper);
    }
    return [rates.done(), limits.done()];
  },
};

/** The strata of a sheet, and the rate with its limits at its foot. */
export function templateOf(folder: string, sheet: string) {
  const rows = sheetOf(folder, path, sheet);
  const first = rows.findIndex((row) => row[0] === "Age group") + 1;
  const total = rows.findIndex((row) => row[0] === "Total");
  const column = (at: number) => rows.slice(first, total).map((row) => row[at] as number);
  const [value, lower, upper] = rows.at(-1)!.slice(5, 8) as [number, number, number];
  return { weights: column(1), deaths: column(2), people: column(3), printed: { value, lower, upper } };
}
