import { sumOver, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { indirectRatio, locallySmoothedRate, smoothedRate, smoothedRatio } from "../../src/index.ts";
import { exposedByAge, exposedByArea, old, young } from "../exposed.ts";

const six = exposedByArea(["a", 2, 400], ["b", 0, 150], ["c", 7, 900], ["d", 12, 1_000], ["e", 3, 800], ["f", 9, 700]);
const neighbours = {
  a: ["b", "c"],
  b: ["a", "c", "d"],
  c: ["a", "b", "d", "e"],
  d: ["b", "c", "e", "f"],
  e: ["c", "d", "f"],
  f: ["d", "e"],
};

describe("smoothedRate", () => {
  it("draws rates towards that of all areas, and says how much of each is its own", () => {
    // R 4.2.2, spdep 1.2-7: EBest(events, population, family = "poisson") × 1,000
    const smoothed = smoothedRate(six, { per: 1_000 });
    const wanted = [8.005241519555, 8.005606269816, 8.234917987111, 9.175035179246, 7.486190049425, 9.115291773486];
    [...smoothed].forEach(({ value, weight, lower }, i) => {
      expect(value).toBeCloseTo(wanted[i]!, 11);
      expect(weight!).toBeGreaterThan(0);
      expect(weight!).toBeLessThan(1);
      expect(lower).toBe(null);
    });
    expect(smoothed.measures.value.kind).toBe("rate");
  });

  it("is modelled, and says in its step what was done", () => {
    const { provenance } = smoothedRate(six);
    expect(six.provenance.evidence).toBe("observed");
    expect(provenance.evidence).toBe("modelled");
    expect(provenance.steps).toEqual([
      "crude rates per 100,000 smoothed towards the rate of all areas by Marshall's empirical Bayes method",
    ]);
  });

  it("smooths the areas of each combination of all other keys among themselves", () => {
    const exposed = tableFromRows(
      [
        { area: "a", sex: "women", events: 10, population: 1_000 },
        { area: "b", sex: "women", events: 10, population: 1_000 },
        { area: "a", sex: "men", events: 50, population: 1_000 },
        { area: "b", sex: "men", events: 50, population: 1_000 },
      ],
      { events: "count", population: "count" },
    );
    const values = [...smoothedRate(exposed, { per: 1_000 })].map(({ value }) => value!);
    [10, 10, 50, 50].forEach((wanted, i) => {
      expect(values[i]).toBeCloseTo(wanted, 12);
    });
  });

  it("passes on why something is missing, goes on with the other areas and says so", () => {
    const smoothed = smoothedRate(exposedByArea(["a", 5, 100], ["b", "suppressed", 100], ["c", 5, 0], ["d", -5, 10]), {
      per: 100,
    });
    expect([...smoothed].map(({ value }) => value)).toEqual([5, null, null, null]);
    expect([...smoothed].slice(1).map(({ missing }) => missing)).toEqual([
      "suppressed",
      "no population",
      "not available",
    ]);
    expect(smoothed.issues.map(({ code }) => code)).toEqual(["impossible-count", "areas-left-out"]);
    expect(smoothedRate(where(six, () => false)).length).toBe(0);
    expect([...smoothedRate(exposedByArea(["a", "unknown", 5]))][0]).toMatchObject({ value: null, missing: "unknown" });
  });

  it("refuses what cannot be", () => {
    expect(() => smoothedRate(six, { per: 0 })).toThrow("[invalid-option] smoothedRate: invalid per: 0");
    expect(() => smoothedRate(sumOver(six, "area") as never)).toThrow("[unknown-key] smoothedRate");
  });
});

describe("locallySmoothedRate", () => {
  it("draws rates towards that of each neighbourhood", () => {
    // R 4.2.2, spdep 1.2-7: EBlocal(events, population, nb, geoda = TRUE) × 1,000, and without geoda
    const common = [6.206896551724, 8.571428571429, 7.452250897484, 9.590635780518, 8.367924552748, 10.43209466197];
    const own = [6.206896551724, 8.571428571429, 7.480031616298, 9.445277073367, 8.523692419551, 10.46269752114];
    [...locallySmoothedRate(six, neighbours, { per: 1_000 })].forEach(({ value }, i) => {
      expect(value).toBeCloseTo(common[i]!, 11);
    });
    const other = locallySmoothedRate(six, neighbours, { per: 1_000, deviations: "own means" });
    [...other].forEach(({ value }, i) => {
      expect(value).toBeCloseTo(own[i]!, 11);
    });
    expect(other.provenance.evidence).toBe("modelled");
    expect(other.provenance.steps[0]).toMatch(/, the variance taken around each area's own mean$/);
  });

  it("leaves an island its own rate, ignores an area named as its own neighbour, and names neighbours it does not know", () => {
    const smoothed = locallySmoothedRate(
      exposedByArea(["a", 5, 100], ["b", 9, 100]),
      { a: ["a", "z"], b: [] },
      { per: 100 },
    );
    expect([...smoothed].map(({ value }) => value)).toEqual([5, 9]);
    expect(smoothed.issues.map(({ code, message }) => [code, message])).toEqual([
      ["unknown-neighbour", "1 neighbours are not among the areas of the table, and take no part in the smoothing: z"],
    ]);
  });

  it("refuses areas whose neighbours are not told", () => {
    expect(() => locallySmoothedRate(six, { a: [] })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [neighbours-missing] locallySmoothedRate: every area needs a list of its neighbours; 5 of 6 have none:
        b
        c
        d
        and 2 more
        Fix: Give each area its list, an empty one for an island.]
    `);
  });
});

describe("smoothedRatio", () => {
  const reference = exposedByAge(["all", young, 200, 10_000], ["all", old, 400, 10_000]);
  const ofAges = (...areas: readonly (readonly [string, number, number])[]) =>
    indirectRatio(
      exposedByAge(
        ...areas.flatMap(([area, events, people]) => [
          [area, young, events, people] as const,
          [area, old, 0, people] as const,
        ]),
      ),
      { ...reference, keys: { age: reference.keys.age } } as never,
    );

  it("draws ratios towards their gamma distribution, with limits", () => {
    // 6, 6 and 6 expected; 12, 2 and 4 observed. Mean of ratios 1, and with equal E: 6 Σ (O − 6)² ÷ 36 ÷ … solved by hand:
    // ν ÷ (6 (6 + ν)) × 56 ÷ 2 = 1, so that 28 ν = 36 + 6 ν and ν = 36 ÷ 22.
    const smoothed = smoothedRatio(ofAges(["a", 12, 100], ["b", 2, 100], ["c", 4, 100]), { per: 100 });
    const nu = 36 / 22;
    [12, 2, 4].forEach((observed, i) => {
      const row = [...smoothed][i]!;
      expect(row.value).toBeCloseTo((100 * (observed + nu)) / (6 + nu), 10);
      expect(row.weight).toBeCloseTo(6 / (6 + nu), 12);
      expect(row.lower!).toBeLessThan(row.value!);
      expect(row.upper!).toBeGreaterThan(row.value!);
    });
    expect(smoothed.provenance.evidence).toBe("modelled");
    expect(smoothed.provenance.steps.at(-1)).toBe(
      "ratios per 100 smoothed by Clayton and Kaldor's empirical Bayes method, gamma distribution by moments; 95% limits",
    );
  });

  it("has no limits where areas vary no more than by chance: all have the common ratio", () => {
    const smoothed = smoothedRatio(ofAges(["a", 6, 100], ["b", 6, 100]));
    for (const { value, lower, upper, weight } of smoothed) {
      expect(value).toBeCloseTo(1, 12);
      expect([lower, upper, weight]).toEqual([null, null, 0]);
    }
  });
});
