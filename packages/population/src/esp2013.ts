import { createStandard } from "./create-standard.ts";
import type { Standard } from "./standard.ts";

/**
 * The European Standard Population of 2013, to 90 and over: 100,000 people in 20 bands, the same for each sex.
 *
 * Source: Eurostat. Revision of the European Standard Population: report of Eurostat's task force, 2013. The bands 90–94
 * and 95 and over are added up.
 *
 * @example
 * directRate(over(deaths, into(people, esp2013.bands)), esp2013)
 */
export const esp2013: Standard = createStandard({
  id: "esp2013",
  name: "European Standard Population 2013",
  source: "Eurostat, Revision of the European Standard Population, 2013",
  rows: [
    [0, 1, 1000],
    [1, 5, 4000],
    [5, 10, 5500],
    [10, 15, 5500],
    [15, 20, 5500],
    [20, 25, 6000],
    [25, 30, 6000],
    [30, 35, 6500],
    [35, 40, 7000],
    [40, 45, 7000],
    [45, 50, 7000],
    [50, 55, 7000],
    [55, 60, 6500],
    [60, 65, 6000],
    [65, 70, 5500],
    [70, 75, 5000],
    [75, 80, 4000],
    [80, 85, 2500],
    [85, 90, 1500],
    [90, Number.POSITIVE_INFINITY, 1000],
  ],
});
