import { describe, expect, it } from "vitest";
import { compareFacts } from "../src/index.ts";
import { fact, ill } from "./synthetic-facts.ts";

const theirs = { area: "country", level: "country" } as const;

describe("estimates with limits", () => {
  it("are tested by the difference: its limits, and whether they exclude 0", () => {
    // Standard errors of 2/1.96 each; that of the difference is their root of squares, so its limits are 5 ± 2√2.
    const own = fact({ value: 15, lower: 13, upper: 17 });
    const other = fact({ ...theirs, value: 10, lower: 8, upper: 12 });
    const found = compareFacts(ill(), own, other)!;
    expect(found).toMatchObject({ strength: "clear", direction: "higher", againstRest: false });
    expect(found.difference.value).toBe(5);
    expect(found.difference.lower).toBeCloseTo(5 - 2 * Math.SQRT2, 10);
    expect(found.difference.upper).toBeCloseTo(5 + 2 * Math.SQRT2, 10);
  });

  it("may overlap and still differ clearly, for the test is of the difference", () => {
    const own = fact({ value: 13, lower: 11, upper: 15 });
    const other = fact({ ...theirs, value: 10, lower: 8, upper: 12 });
    expect(compareFacts(ill(), own, other)).toMatchObject({ strength: "clear" });
    expect(compareFacts(ill(), fact({ value: 12, lower: 10, upper: 14 }), other)).toMatchObject({
      strength: "not clear",
      direction: "higher",
    });
  });

  it("without limits are not compared", () => {
    expect(compareFacts(ill(), fact(), fact({ ...theirs, lower: 8, upper: 12 }))).toBeNull();
  });
});

describe("events", () => {
  const events = ill({ certainty: "events", unit: "events per 1,000 people", per: 1000 });
  const own = fact({ value: 30, numerator: 30, denominator: 1000, per: 1000 });
  const whole = fact({ ...theirs, value: 12, numerator: 120, denominator: 10_000, per: 1000 });

  it("of an area inside another are set against the rest of it", () => {
    const found = compareFacts(events, own, whole, { within: true })!;
    expect(found.againstRest).toBe(true);
    // 30 of 1,000 against the other 90 of 9,000: 30 − 10 per 1,000.
    expect(found.difference.value).toBeCloseTo(20, 10);
    expect(found.difference.id).toBe("ill/here/2021/difference-from-rest-of-country");
    expect(found.strength).toBe("clear");
    expect(found.difference.lower! > 0 && found.difference.upper! > 20).toBe(true);
  });

  it("of an area beside another are set against all of it", () => {
    const found = compareFacts(events, own, whole)!;
    expect([found.againstRest, found.difference.value]).toEqual([false, 18]);
    expect(found.difference.id).toBe("ill/here/2021/difference-from-country");
  });

  it("that are few are not clearly different", () => {
    const few = fact({ value: 30, numerator: 3, denominator: 100, per: 1000 });
    expect(compareFacts(events, few, whole, { within: true })!.strength).toBe("not clear");
  });

  it("of an area that is the whole of the other, or without counts, are not compared", () => {
    expect(compareFacts(events, fact({ ...whole, area: "here" }), whole, { within: true })).toBeNull();
    expect(compareFacts(events, fact(), whole)).toBeNull();
  });
});

describe("full counts and modelled figures", () => {
  it("are stated, without a test and without limits", () => {
    const own = fact({ value: 10.5 });
    const found = compareFacts(ill({ certainty: "full count" }), own, fact({ ...theirs, value: 10 }))!;
    expect(found).toMatchObject({ strength: "stated", direction: "higher" });
    expect(found.difference).toMatchObject({ value: 0.5, lower: null, upper: null, unit: "percentage points" });
    const modelled = fact({ evidence: "modelled", lower: 9, upper: 11 });
    expect(compareFacts(ill(), modelled, fact(theirs))!.strength).toBe("stated");
    expect(
      compareFacts(ill({ certainty: "events" }), modelled, fact({ ...theirs, lower: 9, upper: 11 }))!.strength,
    ).toBe("stated");
  });

  it("that are modelled with limits, as estimates, are tested by them; a figure without error is exact", () => {
    const own = fact({ evidence: "modelled", value: 97.7, lower: 94, upper: 101.4 });
    const standard = fact({ ...theirs, value: 100, lower: 100, upper: 100 });
    // By hand: the difference of -2.3 has the limits of the one that has any, 3.7 about it.
    const found = compareFacts(ill(), own, standard)!;
    expect(found.strength).toBe("not clear");
    expect(found.difference.upper).toBeCloseTo(1.4, 12);
    expect(compareFacts(ill(), { ...own, value: 92, lower: 89, upper: 95 }, standard)!.strength).toBe("clear");
  });

  it("that are equal are the same", () => {
    expect(compareFacts(ill({ certainty: "full count" }), fact(), fact(theirs))!.direction).toBe("same");
  });
});

it("a figure that is missing is compared with nothing", () => {
  const missing = fact({ value: null, missing: "suppressed" });
  for (const certainty of ["full count", "events", "estimate"] as const) {
    expect(compareFacts(ill({ certainty }), missing, fact(theirs))).toBeNull();
    expect(compareFacts(ill({ certainty }), fact(theirs), missing)).toBeNull();
  }
});

it("a difference through time is named for the earlier period, and knows both sources", () => {
  const found = compareFacts(ill({ certainty: "full count" }), fact(), fact({ period: "2011", value: 12 }))!;
  expect(found).toMatchObject({ direction: "lower" });
  expect(found.difference.id).toBe("ill/here/2021/difference-from-2011");
  expect(found.difference.provenance.inputs.length).toBeGreaterThan(0);
});
