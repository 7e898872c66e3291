import { type Age, ageBands } from "@popneeds/core";

/**
 * The bands in which people of localities are projected: five years wide to 90 and over, with 15 to 19 cut at 16 and at 18
 * so that children, adults and people of working age can be summed.
 */
export const localityBands: readonly Age[] = Object.freeze(
  ageBands(0, 5, 10, 15, 16, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90),
);
