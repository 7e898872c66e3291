import { ageBand, type Exposed, tableFromRows } from "@popneeds/core";
import { esp2013 } from "@popneeds/population";
import { describe, expect, test } from "vitest";
import { crudeRate } from "../../src/rates/crude-rate.ts";
import { directRate } from "../../src/rates/direct-rate.ts";
import { indirectRatio } from "../../src/rates/indirect-ratio.ts";

/** Years lost over people, in the place of events, as a script without types could give them. */
const years = tableFromRows(
  [{ area: "a", age: ageBand(0, Number.POSITIVE_INFINITY), events: 4000, population: 100_000 }],
  { events: "years", population: "count" },
) as unknown as Exposed<{ readonly area: string; readonly age: ReturnType<typeof ageBand> }>;

describe("limits of counts are never put on years lost", () => {
  test("by a crude, a direct or an indirect rate", () => {
    expect(() => crudeRate(years)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counts] crudeRate: events must be counts, since the limits are those of counts; these are years
        Fix: For years lost use burdenRateLimits or yearsOfLifeLostLimits, whose limits are those of the deaths behind the years, or draws (yearsOfLifeLostDraws).]
    `);
    expect(() => directRate(years, esp2013)).toThrow(/directRate: events must be counts/);
    expect(() => indirectRatio(years, years)).toThrow(/indirectRatio: events must be counts/);
  });
});
