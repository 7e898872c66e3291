import { calendarYears, evenAgeBands, tableFromRows } from "@popneeds/core";
import { slopeIndex } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import type { zoneDeathInputs } from "../src/burden/deaths-of-zones.ts";
import { ratioOfZones } from "../src/burden/ratio-of-zones.ts";
import { inequalityInMortality } from "../src/catalogue/mortality-and-life-expectancy/inequality-in-mortality.ts";
import { standardisedMortalityRatio } from "../src/catalogue/mortality-and-life-expectancy/standardised-mortality-ratio.ts";
import type { TablesOf } from "../src/input.ts";
import { area, computed, figure, localities, places } from "./computed.ts";
import { aged, publishedFile, type RawRow, raw, sum } from "./raw.ts";

const ratioOf = "standardised-mortality-ratio";
const inequality = "inequality-in-mortality";
const mostDeprived = "SIMD fifth 1 (most deprived)";
const leastDeprived = "SIMD fifth 5 (least deprived)";
const fifths = [mostDeprived, "SIMD fifth 2", "SIMD fifth 3", "SIMD fifth 4", leastDeprived];

// Synthetic: figures made up, on the codes of two zones of Nithsdale and one of Stewartry.
const zones = { a: "S01007552", b: "S01007553", c: "S01007521" } as const;
const bands = evenAgeBands({ by: 5, to: 90 });

/** Rates of 0.01 a year at 60-64 and 0.1 at 80-84, of females: 110 deaths a year. Expected: a 2, b 4.5, c 2; together 8.5. */
function synthetic(ratios: Readonly<Record<keyof typeof zones, number | "no population">>) {
  const threeYears = calendarYears(2015, 2017);
  const at = { "60-64": { deaths: 30, people: 3000 }, "80-84": { deaths: 300, people: 3000 } };
  const lived = { a: [100, 10], b: [50, 40], c: [0, 20] } as const;
  const cells = (["female", "male"] as const).flatMap((sex) => bands.map((age) => ({ sex, age })));
  const national = cells.map(({ sex, age }) => ({
    ...{ period: threeYears, sex, age },
    ...{ deaths: 0, people: 1 },
    ...(sex === "female" ? at[age.label as keyof typeof at] : {}),
  }));
  const keys = Object.keys(zones) as (keyof typeof zones)[];
  const index = { rank: "1", workingAge: 0, incomeDeprived: 0, employmentDeprived: 0 };
  return {
    deaths: tableFromRows(
      national.map(({ people: _, ...row }) => ({ ...row, cause: "any" })),
      { deaths: "count" },
    ),
    personYears: tableFromRows(
      national.map(({ deaths: _, ...row }) => row),
      { people: "person-years" },
    ),
    smallAreas: tableFromRows(
      keys.flatMap((key) =>
        cells.map(({ sex, age }) => {
          const [sixty, eighty] = lived[key];
          const people = sex === "male" ? 0 : age.label === "60-64" ? sixty : age.label === "80-84" ? eighty : 0;
          return { area: zones[key], period: calendarYears(2021), sex, age, people };
        }),
      ),
      { people: "count" },
    ),
    ratios: tableFromRows(
      keys.map((key) => ({ area: zones[key], ratio: ratios[key] })),
      { ratio: "ratio" },
    ),
    deprivation: tableFromRows(
      keys.map((key, i) => ({
        area: zones[key],
        decile: `${i + 1}`,
        quintile: i < 2 ? "1" : "2",
        people: 1,
        ...index,
      })),
      { people: "count", workingAge: "count", incomeDeprived: "count", employmentDeprived: "count" },
    ),
  } as unknown as TablesOf<typeof zoneDeathInputs>;
}

const setting = { places, areas: new Set([area.country, ...localities]), partnership: area.partnership };
const ofSynthetic = (ratios: Parameters<typeof synthetic>[0], wanted: string, category = "") =>
  standardisedMortalityRatio
    .compute(synthetic(ratios), setting)
    .find((of) => of.area === wanted && of.category === category)!;
const [nithsdale, stewartry, annandale] = ["PY0000002", "PY0000003", "PY0000001"] as const;

describe("the ratio of zones together", () => {
  it("is that of their deaths, exactly, where the weights are the ratios' own expected deaths", () => {
    // Deaths 3, 3.6 and 1.9, as many as expected in all: ratios 3 ÷ 2, 3.6 ÷ 4.5, 1.9 ÷ 2; a and b together (3 + 3.6) ÷ 6.5.
    const together = ofSynthetic({ a: 150, b: 80, c: 95 }, nithsdale);
    expect(together.value).toBeCloseTo((100 * 6.6) / 6.5, 10);
    // As many of the 110 deaths a year as of the 8.5 expected: 6.6 and 6.5 of 8.5.
    expect(together.numerator).toBeCloseTo((110 * 6.6) / 8.5, 10);
    expect(together.denominator).toBeCloseTo((110 * 6.5) / 8.5, 10);
  });

  it("is set against that of the whole country, which is 100", () => {
    // (2 × 150 + 4.5 × 80) ÷ 6.5 against (300 + 360 + 2 × 100) ÷ 8.5 = 860 ÷ 8.5.
    const ratios = { a: 150, b: 80, c: 100 };
    expect(ofSynthetic(ratios, nithsdale).value).toBeCloseTo((100 * (660 / 6.5)) / (860 / 8.5), 10);
    expect(ofSynthetic(ratios, stewartry).value).toBeCloseTo((100 * 100) / (860 / 8.5), 10);
    const country = ofSynthetic(ratios, area.country);
    expect(country.value).toBeCloseTo(100, 10);
    expect([country.lower, country.upper]).toEqual([country.value, country.value]);
  });

  it("is given by fifth, and as missing where no zone of the fifth lies in the area", () => {
    const ratios = { a: 150, b: 80, c: 95 };
    expect(ofSynthetic(ratios, nithsdale, mostDeprived).value).toBeCloseTo((100 * 6.6) / 6.5, 10);
    expect(ofSynthetic(ratios, stewartry, "SIMD fifth 2").value).toBeCloseTo(95, 10);
    expect(ofSynthetic(ratios, nithsdale, "SIMD fifth 2")).toMatchObject({ value: null, missing: "no population" });
  });

  it("is missing where zones without a ratio hold more than a twentieth of the deaths expected", () => {
    const ratios = { a: 150, b: 80, c: "no population" } as const;
    expect(ofSynthetic(ratios, stewartry)).toMatchObject({ value: null, numerator: null, missing: "incomplete" });
    expect(ofSynthetic(ratios, area.country)).toMatchObject({ value: null, missing: "incomplete" });
    expect(ofSynthetic(ratios, nithsdale).value).not.toBeNull();
  });

  it("has the limits of the deaths of four years; none where nobody lives", () => {
    // R 4.2.2, Byar's limits of 4 × 10 deaths over 4 × 8 expected: x <- 40; z <- qnorm(.975);
    // 100 / 32 * c(x * (1 - 1/(9*x) - z/(3*sqrt(x)))^3, (x+1) * (1 - 1/(9*(x+1)) + z/(3*sqrt(x+1)))^3)
    const { value, lower, upper } = ratioOfZones({ deaths: 10, expected: 8, expectedInAll: 8 });
    expect(value).toBeCloseTo(125, 10);
    expect(lower).toBeCloseTo(89.2915620826153, 9);
    expect(upper).toBeCloseTo(170.2190603750758, 9);
    expect(ratioOfZones({ deaths: 0, expected: 0, expectedInAll: 0 }).missing).toBe("no population");
    expect(ratioOfZones({ deaths: 0, expected: 2, expectedInAll: 2 })).toMatchObject({ value: 0, lower: 0 });
    expect(ratioOfZones({ deaths: 1, expected: 95, expectedInAll: 100 }).missing).toBeNull();
    expect(ratioOfZones({ deaths: 1, expected: 94, expectedInAll: 100 }).missing).toBe("incomplete");
  });
});

describe("the standardised mortality ratio from the shipped data", () => {
  // Python 3.11 with numpy, from the published files themselves (the index's workbook of indicators, the deaths of 2015-2017
  // by sex and age, the small-area estimates of mid-2021), without this project's code.
  it.each([
    ["Annandale and Eskdale", annandale, 88.95437308356765],
    ["Nithsdale", nithsdale, 97.70069079983551],
    ["Stewartry", stewartry, 93.74102935036235],
    ["Wigtownshire", "PY0000004", 99.34686568093548],
    ["Dumfries and Galloway", area.partnership, 94.97681630553252],
  ])("of %s is as recomputed in Python", async (_, code, expected) => {
    const found = await figure(ratioOf, { area: code, period: "2014-2017" });
    expect(found.value).toBeCloseTo(expected, 8);
    expect(found.provenance.evidence).toBe("modelled");
  });

  it.each([
    [area.country, [140.37137838658757, 113.77011267816194, 97.52086462762773, 85.32658213406553, 72.55237828313031]],
    [
      area.partnership,
      [133.7435816256417, 103.57764330780243, 95.74151176009278, 84.10719055119662, 63.56823041963338],
    ],
  ])("by fifth in %s is as recomputed in Python", async (code, expected) => {
    for (const [i, category] of fifths.entries())
      expect((await figure(ratioOf, { area: code, category })).value).toBeCloseTo(expected[i]!, 8);
  });

  it("adds up: the deaths and the expected deaths of the fifths are the area's, and those of Scotland are its deaths", async () => {
    for (const code of [...Object.values(area), ...localities]) {
      const of = await Promise.all(fifths.map((category) => figure(ratioOf, { area: code, category })));
      const whole = await figure(ratioOf, { area: code });
      for (const part of ["numerator", "denominator"] as const)
        expect(of.reduce((all, { [part]: figure }) => all + (figure ?? 0), 0)).toBeCloseTo(whole[part]!, 6);
    }
    const deaths = sum(
      raw("mortality/deaths-by-cause").filter((row) => row["period"] === "2015-2017"),
      "deaths",
    );
    const country = await figure(ratioOf, { area: area.country });
    expect(country.numerator).toBeCloseTo(deaths / 3, 6);
    expect(country.denominator).toBeCloseTo(deaths / 3, 6);
  });

  it("has the same figure for one area under three codes, and says where a locality has no zone of a fifth", async () => {
    const values = await Promise.all(
      [area.partnership, area.council, area.board].map(async (code) => (await figure(ratioOf, { area: code })).value),
    );
    expect(new Set(values).size).toBe(1);
    const none = (await computed(ratioOf)).filter(({ value }) => value === null);
    expect(none.map(({ area: code, category, missing }) => `${code} ${category} ${missing}`).sort()).toEqual([
      `PY0000003 ${mostDeprived} no population`,
      `PY0000004 ${leastDeprived} no population`,
    ]);
  });
});

/** Recomputed here from the shipped tables, zone by zone, without the project's code. */
function byHand() {
  const band = (age: string) => Math.min(18, Math.floor(Number(/^\d+/.exec(age)![0]) / 5));
  const ofPeriod = (table: string) => raw(table).filter((row) => row["period"] === "2015-2017");
  const rates = new Map<string, number>();
  const cells = (rows: readonly RawRow[], column: string) => {
    const found = new Map<string, number>();
    for (const row of rows) {
      const key = `${row["sex"]} ${band(row["age"]!)}`;
      found.set(key, (found.get(key) ?? 0) + Number(row[column]));
    }
    return found;
  };
  const lived = cells(ofPeriod("mortality/deaths-person-years"), "person_years");
  for (const [key, deaths] of cells(ofPeriod("mortality/deaths-by-cause"), "deaths"))
    rates.set(key, deaths / lived.get(key)!);
  const expected = new Map<string, number>();
  for (const row of raw("population/small-area-2021")) {
    const zone = row["data_zone"]!;
    const own = bands.reduce((all, { from }, i) => {
      const people = aged(from, i === 18 ? 90 : from + 4)(row);
      return all + people * rates.get(`${row["sex"]} ${i}`)!;
    }, 0);
    expected.set(zone, (expected.get(zone) ?? 0) + own);
  }
  const ratios = new Map(
    raw("deprivation/zone-mortality").map((row) => [row["data_zone"]!, row["standardised_mortality_ratio"]!]),
  );
  return (wanted: ReadonlySet<string>, factor: (zone: string) => number = () => 1) => {
    const known = [...wanted].filter((zone) => ratios.get(zone) !== "" && expected.get(zone)! > 0);
    const weight = (zone: string) => expected.get(zone)! * factor(zone);
    const weights = known.reduce((all, zone) => all + weight(zone), 0);
    return known.reduce((all, zone) => all + Number(ratios.get(zone)) * weight(zone), 0) / weights;
  };
}

describe("what the caveats say", () => {
  const mean = byHand();
  const index = raw("deprivation/simd-2020v2");
  const all = new Set(index.map((row) => row["data_zone"]!));
  const zonesOf = (decile: string, fifth: number) =>
    new Set(index.filter((row) => Math.ceil(Number(row[decile]) / 2) === fifth).map((row) => row["data_zone"]!));
  const people = new Map<string, number>();
  for (const row of raw("population/small-area-2021"))
    people.set(row["data_zone"]!, (people.get(row["data_zone"]!) ?? 0) + aged(0)(row));
  const words = [...standardisedMortalityRatio.caveats, ...inequalityInMortality.caveats].join(" ");

  it("Scotland's zones come to 98.9 before they are set to 100", () => {
    expect(mean(all).toFixed(1)).toBe("98.9");
    expect(words).toContain("98.9");
  });

  it("other weights, the zones' people of 2017, would move localities little", () => {
    const then = new Map(index.map((row) => [row["data_zone"]!, Number(row["population"])]));
    const factor = (zone: string) => then.get(zone)! / people.get(zone)!;
    const locality = new Map<string, Set<string>>();
    for (const row of raw("geography/localities"))
      locality.set(row["locality"]!, (locality.get(row["locality"]!) ?? new Set()).add(row["data_zone"]!));
    const moved = [...locality.values()]
      .map((zones) => Math.abs((100 * mean(zones)) / mean(all) - (100 * mean(zones, factor)) / mean(all, factor)))
      .sort((a, b) => a - b);
    expect(moved).toHaveLength(97);
    expect([moved[48]!.toFixed(1), moved.at(-1)!.toFixed(1)]).toEqual(["0.4", "3.9"]);
    expect(words).toContain("by 0.4 (the median), at most by 3.9");
  });

  it("the gradient by fifth of income deprivation is nearly that by the whole index", () => {
    const ends = (decile: string) =>
      [1, 5].map((fifth) => ((100 * mean(zonesOf(decile, fifth))) / mean(all)).toFixed(0));
    expect([...ends("income_decile"), ...ends("decile")]).toEqual(["139", "72", "140", "73"]);
    expect(words).toContain("most deprived fifth 139, least deprived 72; by the index 140 and 73");
  });

  it("and so is the slope index over mean", () => {
    const overMean = (decile: string) => {
      const tenths = Array.from({ length: 10 }, (_, i) =>
        index.filter((row) => row[decile] === `${i + 1}`).map((row) => row["data_zone"]!),
      );
      const ratios = tenths.map((of) => mean(new Set(of)));
      const weights = tenths.map((of) => of.reduce((total, zone) => total + people.get(zone)!, 0));
      return (-slopeIndex(ratios, weights, null).absolute.value / mean(all)).toFixed(2);
    };
    expect([overMean("income_decile"), overMean("decile")]).toEqual(["0.81", "0.82"]);
    expect(words).toContain("0.81 in Scotland, by the whole index 0.82");
  });

  it("councils' ratios go with their life expectancy of 2015-2017", () => {
    const council = new Map<string, Set<string>>();
    for (const row of raw("geography/data-zones"))
      council.set(row["council"]!, (council.get(row["council"]!) ?? new Set()).add(row["data_zone"]!));
    const correlation = (sex: string) => {
      const rows = raw("mortality/life-expectancy").filter(
        (row) => row["level"] === "council" && row["period"] === "2015-2017" && row["sex"] === sex,
      );
      expect(rows).toHaveLength(32);
      return pearson(
        rows.map((row) => mean(council.get(row["area"]!)!)),
        rows.map((row) => Number(row["expectancy"])),
      );
    };
    expect([correlation("male").toFixed(2), correlation("female").toFixed(2)]).toEqual(["-0.95", "-0.93"]);
    expect(words).toContain("−0.95 for males, −0.93 for females");
  });

  it("and with the published rates of deaths of 2020-2022", (context) => {
    const file = publishedFile("indicators/scotpho_profiles_council_2023.csv.gz");
    if (!file) return context.skip();
    const rows = file.filter((row) => row["indicator"] === "Deaths all ages");
    const councils = raw("geography/data-zones");
    const found = rows.map((row) =>
      mean(new Set(councils.filter((of) => of["council"] === row["area_code"]).map((of) => of["data_zone"]!))),
    );
    expect(
      pearson(
        found,
        rows.map((row) => Number(row["measure"])),
      ).toFixed(2),
    ).toBe("0.95");
  });
});

function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const cross = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    a.reduce((total, value, i) => total + (value - ma) * (b[i]! - mb), 0);
  return cross(x, mx, y, my) / Math.sqrt(cross(x, mx, x, mx) * cross(y, my, y, my));
}

describe("inequality in mortality", () => {
  // Python 3.11 with numpy, from the published files, without this project's code: value and limits of slope index over mean,
  // value of the ratio of ends.
  it.each([
    ["Scotland", area.country, [0.8216589088883148, 0.8063437187683673, 0.8369740989882624], 2.354163903029041],
    ["D and G", area.partnership, [0.5523940396776393, 0.46700549985041995, 0.6377825795048587], 1.749616962926797],
    ["Nithsdale", nithsdale, [0.8025782530988156, 0.6618700935188364, 0.9432864126787948], 2.304677706045417],
    ["Annandale", annandale, [0.46964084887603363, 0.30291192703951697, 0.6363697707125503], 1.6015023944830953],
  ])("of %s is as recomputed in Python", async (_, code, overMean, ofEnds) => {
    const mean = await figure(inequality, { area: code, category: "slope index over mean" });
    const ends = await figure(inequality, { area: code, category: "ratio of ends" });
    expect(mean.value).toBeCloseTo(overMean[0]!, 9);
    expect(mean.lower).toBeCloseTo(overMean[1]!, 9);
    expect(mean.upper).toBeCloseTo(overMean[2]!, 9);
    expect(ends.value).toBeCloseTo(ofEnds, 9);
    expect(mean.provenance.evidence).toBe("modelled");
  });

  it("is missing where people live in fewer than eight tenths", async () => {
    const decile = new Map(raw("deprivation/simd-2020v2").map((row) => [row["data_zone"]!, row["decile"]!]));
    for (const code of localities) {
      const own = raw("geography/localities").filter((row) => row["locality"] === code);
      const tenths = new Set(own.map((row) => decile.get(row["data_zone"]!))).size;
      const found = await figure(inequality, { area: code, category: "slope index over mean" });
      expect(found.missing).toBe(tenths < 8 ? "incomplete" : null);
    }
    expect(
      inequalityInMortality.compute(synthetic({ a: 150, b: 80, c: 95 }), setting).map(({ missing }) => missing),
    ).toEqual(Array.from({ length: 6 }, () => "incomplete"));
  });
});
