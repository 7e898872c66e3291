import { describe, expect, it, test } from "vitest";
import { catalogue, domains } from "../src/index.ts";
import { computed, data } from "./computed.ts";

describe("the catalogue", () => {
  it("has at least 20 indicators in at least 6 domains", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(20);
    expect(new Set(catalogue.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(6);
  });

  it("gives each indicator an id of its own in kebab-case, and a title of its own", () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(ids.length);
  });

  it("keeps domains together, in the order of a needs assessment", () => {
    const order = catalogue.map(({ domain }) => domains.indexOf(domain));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBe(0);
  });

  it("serves every level, from the locality to the country", async () => {
    const served = new Set<string>();
    for (const { id } of catalogue) for (const { level } of await computed(id)) served.add(level);
    expect([...served].sort()).toEqual(["board", "council", "country", "locality", "partnership", "region"]);
  });
});

describe.each(catalogue.map((indicator) => [indicator.id, indicator] as const))("%s", (id, indicator) => {
  it("has the words that an analyst must be able to defend", () => {
    const { title, subject, meaning, unit, caveats } = indicator;
    expect(meaning).toMatch(/^[A-Z].{20,}\.$/);
    expect(subject[0]).toBe(subject[0]!.toLowerCase());
    expect(title).toMatch(/^[A-Z]/);
    expect(unit).not.toBe("");
    for (const caveat of caveats) expect(caveat).toMatch(/^[A-Z\d].{15,}\.$/);
  });

  it("says what a rate is per in its unit", () => {
    if (indicator.unit === "%") expect(indicator.per).toBe(100);
    else if (indicator.per !== null) expect(indicator.unit).toContain(indicator.per.toLocaleString("en-GB"));
  });

  it("reads tables that the data package has", () => {
    for (const { name, optional = false } of Object.values(indicator.inputs))
      expect([name, data.has(name)]).toEqual([name, !optional]);
  });

  it("gives figures that hold together, each for its own keys", async () => {
    const estimates = await computed(id);
    // What needs a table that users bring has nothing to say without one; tested in burden-brought.test.ts.
    if (Object.values(indicator.inputs).some(({ optional }) => optional)) expect(estimates).toEqual([]);
    else expect(estimates.length).toBeGreaterThan(0);
    const keys = estimates.map((of) => [of.area, of.period.label, of.sex, of.age, of.category].join("|"));
    expect(new Set(keys).size).toBe(keys.length);
    for (const of of estimates) {
      const { value, lower, upper, numerator, denominator, missing } = of;
      expect(value === null, "a figure or a reason, not both").toBe(missing !== null);
      if (value === null) continue;
      expect(Number.isFinite(value)).toBe(true);
      if (lower !== null && upper !== null) expect(lower <= value && value <= upper).toBe(true);
      if (indicator.certainty === "full count") expect([lower, upper]).toEqual([null, null]);
      if (numerator !== null && denominator !== null && indicator.per !== null && id !== "cancer-incidence")
        expect(value).toBeCloseTo((indicator.per * numerator) / denominator, 6);
      expect(of.method).not.toBe("");
    }
  });
});

test("a figure that a publisher computed passes as it is", async () => {
  const words = new Set((await computed("life-expectancy-at-birth")).map(({ provenance }) => provenance.evidence));
  expect([...words]).toEqual(["published"]);
});
