import { describe, expect, it } from "vitest";
import { type LifeTableOptions, lifeTable } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const starts = Object.freeze([0, 1, 5, 20, 50, 80]);
const deaths = Object.freeze([12, 3, 9, 60, 340, 820]);
const people = Object.freeze([2_500, 9_800, 31_000, 64_000, 42_000, 6_500]);

const put = (values: readonly number[], at: number, value: number) => values.with(at, value);
const at = (options: LifeTableOptions, d: readonly number[] = deaths, p: readonly number[] = people) =>
  lifeTable(d, p, starts, options);

describe("lifeTable", () => {
  it("has Chiang's columns", () => {
    // By hand. Ages 0, 1 to 4, 5 and over; deaths 1, 4, 10 among 100, 400, 100; a = 0.1 and 0.5.
    // m = 0.01, 0.01, 0.1. q = 0.01/(1 + 0.9 × 0.01) = 0.01/1.009; 4 × 0.01/(1 + 4 × 0.5 × 0.01) = 0.04/1.02; 1.
    // l = 100,000; 100,000 (1 − q0); × (1 − q1). L0 = l1 + 0.1 d0; L1 = 4 (l5 + 0.5 d1); L5 = l5/0.1.
    const table = lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]);
    const [q0, q1] = [0.01 / 1.009, 0.04 / 1.02];
    const l = [100_000, 100_000 * (1 - q0), 100_000 * (1 - q0) * (1 - q1)] as const;
    const d = [l[0] * q0, l[1] * q1, l[2]] as const;
    const years = [l[1] + 0.1 * d[0], 4 * (l[2] + 0.5 * d[1]), l[2] * 10] as const;
    const above = [years[0] + years[1] + years[2], years[1] + years[2], years[2]] as const;
    const expected = {
      age: [0, 1, 5],
      rate: [0.01, 0.01, 0.1],
      yearsOfDying: [0.1, 2, 10],
      probability: [q0, q1, 1],
      probabilityVariance: [(q0 * q0 * (1 - q0)) / 1, (q1 * q1 * (1 - q1)) / 4, 0],
      survivors: l,
      dying: d,
      years,
      yearsAbove: above,
      expectancy: above.map((t, k) => t / l[k]!),
    };
    for (const [name, column] of Object.entries(expected)) {
      const found = table[name as keyof typeof expected];
      column.forEach((value, k) => {
        if (value === 0) expect(found[k], name).toBe(0);
        else expectClose(found[k]!, value, 1e-14);
      });
    }
    expect(table.status).toEqual(["computed", "computed", "computed"]);
  });

  it("has Chiang's variance with Silcocks's term for the open band, and limits at every age", () => {
    // R 4.2.2: the columns by vector arithmetic, e ± qnorm(0.975) sqrt(V).
    const { expectancy, variance, lower, upper } = lifeTable(deaths, people, starts);
    const e = [
      80.84753047565151, 80.235304753588053, 76.33116177391102, 61.63156448431198, 32.961783439490446,
      7.926829268292683,
    ];
    const v = [
      0.14959038946349174, 0.13843967939283172, 0.1357125220212772, 0.12682907259757512, 0.10383551885309894,
      0.07662758810812381,
    ];
    const low = [
      80.089476835665792, 79.506051486514352, 75.609127103831199, 60.9335611464615, 32.33021406895417,
      7.384278142364012,
    ];
    const high = [
      81.605584115637228, 80.964558020661755, 77.053196443990842, 62.32956782216246, 33.593352810026722,
      8.469380394221353,
    ];
    for (const k of starts.keys()) {
      expectClose(expectancy[k]!, e[k]!, 1e-14);
      expectClose(variance[k]!, v[k]!, 1e-13);
      expectClose(lower[0]![k]!, low[k]!, 1e-13);
      expectClose(upper[0]![k]!, high[k]!, 1e-13);
    }
  });

  it("has the other published variances of the open band", () => {
    // R 4.2.2, as above: l² (1 − m) ÷ (D m²), and nothing.
    const binomial = [
      0.14409677092246367, 0.13289317009248994, 0.13015241278496803, 0.12122032502188007, 0.09790221527080351,
      0.06696072314679127,
    ];
    const none = [
      0.10604341322363535, 0.09447344713402506, 0.091638485391997, 0.08236948815608996, 0.05680323435929371, 0,
    ];
    for (const k of starts.keys()) {
      expectClose(at({ openVariance: "binomial" }).variance[k]!, binomial[k]!, 1e-13);
      expectClose(at({ openVariance: "none" }).variance[k]!, none[k]!, 1e-13);
    }
  });

  it("takes the published separation factors, or one's own", () => {
    // R 4.2.2, as above, with a = 0.5 everywhere and with a of one's own.
    expectClose(at({ separation: "half" }).expectancy[0]!, 80.848703134656247, 1e-14);
    const own = at({ separation: [0.12, 0.4, 0.55, 0.6, 0.58, Number.NaN] });
    expectClose(own.expectancy[0]!, 81.353873335003371, 1e-14);
    expectClose(own.expectancy[4]!, 33.403156756483298, 1e-14);
    // 0.14929 − 1.99545 × 0.0048; 0.045 + 2.684 × 0.0048; (1.651 − 2.816 × 0.0048) years of ages 1 to 4
    expectClose(at({ separation: "andreev-kingkade male" }).yearsOfDying[0]!, 0.13971184, 1e-14);
    const [infants, toddlers, third] = at({ separation: "coale-demeny male" }).yearsOfDying;
    expectClose(infants!, 0.0578832, 1e-14);
    expectClose(toddlers!, 1.6374832, 1e-14);
    expect(third).toBe(7.5);
    // A first band of five years is no infancy: half of it.
    expect(lifeTable([3, 50], [5_000, 2_000], [0, 5]).yearsOfDying[0]).toBe(2.5);
  });

  it("gives any number of levels, or one deviate in their place", () => {
    const { expectancy, variance, lower, upper } = at({ levels: [0.95, 0.998, 0.5] });
    expect(lower).toHaveLength(3);
    // R 4.2.2: qnorm(0.999), qnorm(0.75)
    expectClose(upper[1]![0]! - expectancy[0]!, 3.0902323061678132 * Math.sqrt(variance[0]!), 1e-12);
    expectClose(expectancy[0]! - lower[2]![0]!, 0.67448975019608171 * Math.sqrt(variance[0]!), 1e-12);
    const rounded = at({ deviate: 1.96 });
    expectClose(rounded.upper[0]![0]! - expectancy[0]!, 1.96 * Math.sqrt(variance[0]!), 1e-12);
  });

  it("starts at any age", () => {
    const from50 = lifeTable(deaths.slice(4), people.slice(4), starts.slice(4));
    expect(from50.expectancy).toEqual(at({}).expectancy.slice(4));
    expect(from50.survivors[0]).toBe(100_000);
  });

  it("of a single band is the reciprocal of its rate", () => {
    // 1/m = 1000/20; variance 1/(D m²) = 2500/20
    const { expectancy, variance, survivors } = lifeTable([20], [1_000], [0]);
    expect([expectancy[0], variance[0], survivors[0]]).toEqual([50, 125, 100_000]);
  });

  it("takes fractional deaths, as those apportioned", () => {
    const half = lifeTable([0.5, 3, 10.25], [100, 400, 100], [0, 1, 5]);
    // 1 ÷ 0.1025; q = 0.03/1.015; e1 = (1 − q)(4 + e5) + 2q
    expectClose(half.expectancy[2]!, 100 / 10.25, 1e-15);
    const q = 0.03 / 1.015;
    expectClose(half.expectancy[1]!, (1 - q) * (4 + 100 / 10.25) + 2 * q, 1e-15);
  });
});

describe("a life table without deaths in a band", () => {
  it("has q = 0 and no variance there", () => {
    const table = at({}, put(deaths, 1, 0));
    expect([table.probability[1], table.probabilityVariance[1]]).toEqual([0, 0]);
    expect(table.survivors[2]).toBe(table.survivors[1]);
    // Of those aged 1 all live four more years.
    expectClose(table.expectancy[1]!, 4 + table.expectancy[2]!, 1e-15);
    expect(table.status.every((status) => status === "computed")).toBe(true);
  });

  it("has no life expectancy at all where it is the open band, and says why", () => {
    const { expectancy, variance, lower, status, survivors } = at({}, put(deaths, 5, 0));
    expect([...expectancy, ...variance, ...lower[0]!].every(Number.isNaN)).toBe(true);
    expect(status).toEqual(starts.map(() => "no deaths in the open band"));
    expectClose(survivors[5]!, 75385.25776086921, 1e-14); // still known; R as above
  });

  it("merges bands into the open one until there are deaths, when asked to", () => {
    const merged = at({ openBand: "merge" }, put(deaths, 5, 0));
    const shorter = lifeTable(deaths.slice(0, 5), [2_500, 9_800, 31_000, 64_000, 48_500], starts.slice(0, 5));
    expect(merged.expectancy.slice(0, 5)).toEqual(shorter.expectancy);
    expect(merged.variance.slice(0, 5)).toEqual(shorter.variance);
    expect(merged.years.slice(0, 5)).toEqual(shorter.years);
    expect(merged.status[5]).toBe("merged into the open band");
    expect([merged.expectancy[5], merged.survivors[5], merged.rate[5]].every(Number.isNaN)).toBe(true);
    const nobodyThere = at({ openBand: "merge" }, put(deaths, 5, 0), put(people, 5, 0));
    expect(nobodyThere.status[4]).toBe("computed");
    expect(at({ openBand: "merge" }, [0, 0, 0, 0, 0, 0]).status[0]).toBe("no deaths in the open band");
    expect(at({ openBand: "merge" }).expectancy).toEqual(at({}).expectancy);
  });

  it("closes with years that are given, when asked to", () => {
    const given = at({ openBand: 7.5 }, put(deaths, 5, 0));
    expect(given.expectancy[5]).toBe(7.5);
    expect(given.variance[5]).toBe(0);
    expectClose(given.years[5]!, given.survivors[5]! * 7.5, 1e-15);
    const same = at({ openBand: 6_500 / 820 });
    expectClose(same.expectancy[0]!, at({}).expectancy[0]!, 1e-15);
    expectClose(same.variance[0]!, at({ openVariance: "none" }).variance[0]!, 1e-14);
    expect(at({ openBand: 7.5 }, put(deaths, 5, Number.NaN)).status[0]).toBe("computed");
  });
});

describe("a life table with a fault in a band", () => {
  const statuses = (table: ReturnType<typeof lifeTable>) =>
    table.status.map((status) => (status === "computed" ? "" : status));

  it("goes on above it, and says why it does not below", () => {
    const gap = at({}, put(deaths, 3, Number.NaN));
    expect(statuses(gap)).toEqual(["missing", "missing", "missing", "missing", "", ""]);
    expect(gap.expectancy.slice(4)).toEqual(at({}).expectancy.slice(4));
    expect(gap.expectancy.slice(0, 4).every(Number.isNaN)).toBe(true);
    expect([gap.survivors[3]! > 0, Number.isNaN(gap.survivors[4])]).toEqual([true, true]);
    expect(statuses(at({}, deaths, put(people, 3, Number.NaN)))[3]).toBe("missing");
  });

  it("names the fault nearest above each age", () => {
    const two = at({}, put(deaths, 1, Number.NaN), put(people, 4, 0));
    expect(statuses(two)).toEqual(["missing", "missing", "no population", "no population", "no population", ""]);
  });

  it("takes away the whole group, when asked to", () => {
    const all = (status: string) => starts.map(() => status);
    expect(statuses(at({ faultyBands: "whole group" }, put(deaths, 3, Number.NaN)))).toEqual(all("missing"));
    expect(statuses(at({ faultyBands: "whole group" }, deaths, put(people, 1, 0)))).toEqual(all("no population"));
    const over = at({ faultyBands: "whole group", deathsAbovePopulation: "withhold" }, put(deaths, 4, 42_001));
    expect(statuses(over)).toEqual(all("deaths above population"));
    expect([...over.expectancy, ...over.variance, ...over.upper[0]!].every(Number.isNaN)).toBe(true);
    expect(at({ faultyBands: "whole group" })).toEqual(at({}));
  });

  it("takes an empty band as without deaths, when asked to; not where somebody died", () => {
    expect(statuses(at({}, put(deaths, 2, 0), put(people, 2, 0)))[2]).toBe("no population");
    const taken = at({ emptyBands: "no deaths" }, put(deaths, 2, 0), put(people, 2, 0));
    expect(taken.expectancy).toEqual(at({}, put(deaths, 2, 0)).expectancy);
    expect(taken.rate[2]).toBe(0);
    expect(statuses(at({ emptyBands: "no deaths" }, deaths, put(people, 2, 0)))[2]).toBe("no population");
  });

  it("lets all die where deaths exceed people ÷ n ÷ a", () => {
    // 15 years wide, a = 0.5: more than 1000/15/0.5 = 133.3 deaths among 1,000
    const edge = at({}, put(deaths, 2, 134), put(people, 2, 1_000));
    expect([edge.probability[2], edge.survivors[3]]).toEqual([1, 0]);
    expect(edge.expectancy[2]).toBe(7.5);
    expect(edge.variance[2]).toBe(0);
    expect(at({}, put(deaths, 2, 133), put(people, 2, 1_000)).probability[2]).toBeLessThan(1);
    // Nobody of the table reaches 20; one who is 20 has the rates of 20 and over.
    expect(edge.expectancy.slice(3)).toEqual(at({}).expectancy.slice(3));
    const zero = at({ unreachedAges: "zero" }, put(deaths, 2, 134), put(people, 2, 1_000));
    expect([...zero.expectancy.slice(3)]).toEqual([0, 0, 0]);
    expect(zero.lower[0]!.slice(3).every(Number.isNaN)).toBe(true);
    expect(zero.expectancy.slice(0, 3)).toEqual(edge.expectancy.slice(0, 3));
    expect(statuses(zero)).toEqual(["", "", "", "not reached", "not reached", "not reached"]);
  });

  it("withholds where a band has more deaths than people, when asked to", () => {
    const over = put(deaths, 4, 42_001);
    expect(statuses(at({}, over)).join("")).toBe("");
    const withheld = at({ deathsAbovePopulation: "withhold" }, over);
    expect(statuses(withheld)).toEqual([...new Array(5).fill("deaths above population"), ""]);
  });
});

describe("a life table of a small population", () => {
  // 155,800 people, 1,244 deaths; the interval at birth is 1.516 years wide, at 80 it is 1.085.
  it.each<[LifeTableOptions["withhold"], string]>([
    [{ populationUpTo: 155_800 }, "population too small"],
    [{ populationUpTo: 155_799 }, "computed"],
    [{ populationBelow: 155_801 }, "population too small"],
    [{ populationBelow: 155_800 }, "computed"],
    [{ deathsBelow: 1_245 }, "too few deaths"],
    [{ deathsBelow: 1_244 }, "computed"],
    [{ intervalAbove: 1.517 }, "computed"],
    [{ intervalAbove: 1.516 }, "interval too wide"],
  ])("withheld by %j is %s", (withhold, status) => {
    const table = at({ withhold: withhold! });
    expect(table.status[0]).toBe(status);
    expect(Number.isNaN(table.expectancy[0])).toBe(status !== "computed");
  });

  it("keeps limits and variance where only the interval is too wide, whatever the level asked for", () => {
    const open = at({ levels: [0.5] });
    const table = at({ levels: [0.5], withhold: { intervalAbove: 1.4 } });
    expect(table.lower).toEqual(open.lower);
    expect(table.variance).toEqual(open.variance);
    expect(table.status.map((status) => status === "interval too wide")).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(table.expectancy[5]).toBe(open.expectancy[5]);
  });

  it("has no limits where the whole group is withheld, and a rule that cannot be judged withholds", () => {
    expect(at({ withhold: { deathsBelow: 9_999 } }).upper[0]!.every(Number.isNaN)).toBe(true);
    const unknown = at({ withhold: { deathsBelow: 40 } }, put(deaths, 0, Number.NaN));
    expect(unknown.status[5]).toBe("missing");
  });
});

describe("what lifeTable refuses", () => {
  it.each<[string, () => unknown, string]>([
    ["negative deaths", () => at({}, put(deaths, 2, -1)), "lifeTable: deaths must be 0 or more, got -1 in band 2"],
    [
      "infinite deaths",
      () => at({}, put(deaths, 2, Infinity)),
      "lifeTable: deaths must be 0 or more, got Infinity in band 2",
    ],
    [
      "a negative population",
      () => at({}, deaths, put(people, 2, -5)),
      "lifeTable: population must be 0 or more, got -5 in band 2",
    ],
    [
      "columns of unequal length",
      () => lifeTable([1, 2], [10], [0, 1]),
      "lifeTable: deaths, population, bandStarts must be of one length, got 2, 1, 2",
    ],
    ["no band", () => lifeTable([], [], []), "lifeTable: needs at least one band, got none"],
    [
      "bands that do not rise",
      () => lifeTable([1, 2, 3], [10, 10, 10], [0, 5, 5]),
      "lifeTable: bands must start at ages that rise from 0 or more, got 5, then 5, in band 1",
    ],
    [
      "a negative age",
      () => lifeTable([1, 2], [10, 10], [-1, 5]),
      "lifeTable: bands must start at ages that rise from 0 or more, got -1, then 5, in band 0",
    ],
    [
      "a level in per cent",
      () => at({ levels: [95] }),
      "lifeTable: level must be between 0 and 1, such as 0.95, got 95",
    ],
    ["a deviate of 0", () => at({ deviate: 0 }), "lifeTable: deviate must be above 0, such as 1.96, got 0"],
    [
      "no years in the open band",
      () => at({ openBand: 0 }),
      "lifeTable: years expected in the open band must be above 0, got 0",
    ],
    [
      "a factor above 1",
      () => at({ separation: [0.1, 1.5, 0.5, 0.5, 0.5, 0.5] }),
      "lifeTable: separation factors must be from 0 to 1, got 1.5 in band 1",
    ],
    [
      "too few factors",
      () => at({ separation: [0.1, 0.5] }),
      "lifeTable: needs a separation factor for each of 6 bands, got 2",
    ],
    [
      "a rule for infants without infants",
      () => lifeTable([1, 2], [9, 9], [0, 5], { separation: "coale-demeny male" }),
      'lifeTable: separation "coale-demeny male" needs a band for the first year of life, got bands from 0 and 5',
    ],
    [
      "a bound that is no number",
      () => at({ withhold: { deathsBelow: Number.NaN } }),
      "lifeTable: withhold.deathsBelow must be 0 or more, got NaN",
    ],
    // A caller without a compiler may name a choice that there is not.
    [
      "a variance that there is not",
      () => at({ openVariance: "chiang" as "none" }),
      "lifeTable: openVariance must be one of poisson, binomial, none, got chiang",
    ],
    [
      "a closing that there is not",
      () => at({ openBand: "pool" as "merge" }),
      "lifeTable: openBand must be one of withhold, merge, got pool",
    ],
    [
      "a separation that there is not",
      () => at({ separation: "preston" as "half" }),
      "lifeTable: separation must be one of half, tenth in infancy, andreev-kingkade female, andreev-kingkade male, coale-demeny female, coale-demeny male, got preston",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
